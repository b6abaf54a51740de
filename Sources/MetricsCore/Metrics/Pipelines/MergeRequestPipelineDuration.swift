/// How long pipelines of merge requests ran (Documentation/Metrics/MergeRequestPipelineDuration.md).
public struct MergeRequestPipelineDuration: DistributionMetric {
    public static var id: MetricID { .mergeRequestPipelineDuration }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .pipeline] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "running times of pipelines of merge requests that succeeded or failed", statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        facts.forEachMergeRequestPipeline(in: period) { pipeline, at in
            switch pipeline.outcome {
            case .success, .failure:
                sampler.add(pipeline.id.id, lasting: pipeline.timing?.value.duration, until: at)
            case .leftOut(let reason): sampler.exclude(pipeline.id.id, reason, at: at)
            }
        }
        return sampler.partial(in: facts.space(.pipeline))
    }
}
