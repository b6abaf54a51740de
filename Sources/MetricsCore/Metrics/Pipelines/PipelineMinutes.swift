/// Time that pipelines ran, whatever came of them (Documentation/Metrics/PipelineMinutes.md).
public struct PipelineMinutes: AmountMetric {
    public static var id: MetricID { .pipelineMinutes }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.pipeline] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "running times of pipelines that finished", statistic: .sum)

    public var unit: MetricUnit { .seconds }

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> AmountPartial {
        var amounts = AmountPartial.Columns()
        var unknown = DatedColumns()
        for pipeline in facts.records.pipelines.rows where pipeline.isTerminal {
            guard let at = pipeline.countedAt, period.contains(at) else { continue }
            if let duration = pipeline.timing?.value.duration {
                amounts.append(pipeline.id.id, Int64(duration), at: at)
            } else {
                unknown.append(pipeline.id.id, at: at)
            }
        }
        var partial = AmountPartial()
        partial.append(amounts, in: facts.space(.pipeline))
        partial.ledger.exclude(unknown, .noDuration, in: facts.space(.pipeline))
        return partial
    }
}
