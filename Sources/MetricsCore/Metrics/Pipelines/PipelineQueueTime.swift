/// How long pipelines waited for a runner (Documentation/Metrics/PipelineQueueTime.md).
public struct PipelineQueueTime: DistributionMetric {
    public static var id: MetricID { .pipelineQueueTime }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.pipeline] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "waiting times of pipelines that succeeded or failed", statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        for pipeline in facts.records.pipelines.rows {
            guard let at = pipeline.countedAt, period.contains(at) else { continue }
            switch pipeline.outcome {
            case .success, .failure:
                sampler.add(pipeline.id.id, lasting: pipeline.timing?.value.queuedDuration, until: at)
            case .leftOut(let reason): sampler.exclude(pipeline.id.id, reason, at: at)
            }
        }
        return sampler.partial(in: facts.space(.pipeline))
    }
}
