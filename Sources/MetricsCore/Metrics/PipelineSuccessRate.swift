/// Successful pipelines among those that succeeded or failed (Documentation/Metrics/PipelineSuccessRate.md).
public struct PipelineSuccessRate: Metric {
    public static var id: MetricID { .pipelineSuccessRate }
    public let definition: MetricDefinition
    public var kinds: [RecordKind] { [.pipeline] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "successful pipelines among those that succeeded or failed", statistic: .share)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var finished: [Int64] = []
        var succeeded: [Int64] = []
        var exclusions = KeyedIDs<ExclusionReason>()
        let rows = facts.records.pipelines.rows
        for row in rows.indices {
            guard let at = rows[row].countedAt, period.contains(at) else { continue }
            let id = rows[row].id.id
            switch rows[row].outcome {
            case .success:
                finished.append(id)
                succeeded.append(id)
            case .failure: finished.append(id)
            case .leftOut(let reason): exclusions.append(id, reason)
            }
        }
        let space = facts.space(.pipeline)
        var partial = TallyPartial()
        partial.base.append(finished, in: space)
        partial.hits.append(succeeded, in: space)
        partial.ledger.exclude(exclusions, in: space)
        return partial
    }

    public func value(of partial: TallyPartial, coverage: Coverage, in period: ReportPeriod) -> MetricValue {
        let fraction = Fraction(Double(partial.hits.count), Double(partial.base.count))
        return MetricValue(
            metric: id, definition: definition, period: period, unit: .share, number: fraction.quotient,
            fraction: fraction.denominator > 0 ? fraction : nil,
            evidence: Evidence(references: partial.base, hits: partial.hits, ledger: partial.ledger),
            coverage: coverage)
    }
}
