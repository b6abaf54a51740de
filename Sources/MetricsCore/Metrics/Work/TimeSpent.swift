/// Time booked on issues and merge requests, by when it was spent (Documentation/Metrics/TimeSpent.md).
public struct TimeSpent: AmountMetric {
    public static var id: MetricID { .timeSpent }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.issue, .mergeRequest] }
    public var requiredFacts: [UntoldFact] { [.timeLogs] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "time booked, by when it was spent", statistic: .sum)

    public var unit: MetricUnit { .seconds }

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> AmountPartial {
        var sum = Accumulator(definition)
        for log in facts.records.timeLogs where period.contains(log.facts.value.spentAt) {
            let (id, told) = (log.id.id, log.facts.value)
            guard !log.isGone, !facts.isGone(log.subject) else { continue }
            if definition.inclusion.bots == .leftOut, facts.isBot(told.user) {
                sum.exclude(id, .bot, at: told.spentAt)
            } else {
                sum.add(id, told.seconds, at: told.spentAt)
            }
        }
        return sum.partial(in: facts.space(.timeLog))
    }
}
