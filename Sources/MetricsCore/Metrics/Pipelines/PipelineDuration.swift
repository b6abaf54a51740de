/// How long pipelines that succeeded or failed ran, without queueing
/// (Documentation/Metrics/PipelineDuration.md).
public struct PipelineDuration: DistributionMetric {
    public static var id: MetricID { .pipelineDuration }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.pipeline] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "running times, without queueing, of pipelines that succeeded or failed", statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        let rows = facts.records.pipelines.rows
        for row in rows.indices {
            guard let at = rows[row].countedAt, period.contains(at) else { continue }
            let id = rows[row].id.id
            switch rows[row].outcome {
            case .success, .failure: sampler.add(id, lasting: rows[row].timing?.value.duration, until: at)
            case .leftOut(let reason): sampler.exclude(id, reason, at: at)
            }
        }
        return sampler.partial(in: facts.space(.pipeline))
    }
}
