/// Successful pipelines among those that succeeded or failed (Documentation/Metrics/PipelineSuccessRate.md).
public struct PipelineSuccessRate: ShareMetric {
    public static var id: MetricID { .pipelineSuccessRate }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.pipeline] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "successful pipelines among those that succeeded or failed", statistic: .share)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        let rows = facts.records.pipelines.rows
        for row in rows.indices {
            guard let at = rows[row].countedAt, period.contains(at) else { continue }
            let id = rows[row].id.id
            switch rows[row].outcome {
            case .success: tally.count(id, at: at, isHit: true)
            case .failure: tally.count(id, at: at)
            case .leftOut(let reason): tally.exclude(id, reason, at: at)
            }
        }
        return tally.partial(in: facts.space(.pipeline))
    }
}
