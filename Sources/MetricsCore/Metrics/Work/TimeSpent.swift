/// Time booked on issues and merge requests, by when it was spent (Documentation/Metrics/TimeSpent.md).
public struct TimeSpent: AmountMetric {
    public static var id: MetricID { .timeSpent }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.issue, .mergeRequest] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "time booked, by when it was spent", statistic: .sum)

    public var unit: MetricUnit { .seconds }

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> AmountPartial {
        var amounts = AmountPartial.Columns()
        for log in facts.records.timeLogs where !log.isGone && period.contains(log.facts.value.spentAt) {
            amounts.append(log.id.id, Int64(log.facts.value.seconds), at: log.facts.value.spentAt)
        }
        var partial = AmountPartial()
        partial.append(amounts, in: facts.space(.timeLog))
        return partial
    }
}
