/// Times that issues were reopened, incidents apart (Documentation/Metrics/IssuesReopened.md).
public struct IssuesReopened: CountMetric {
    public static var id: MetricID { .issuesReopened }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.issue, .note, .stateEvent] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "times that issues were reopened", statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        for reopening in facts.reopenings(of: .issue) where period.contains(reopening.at) {
            let record = facts.records.issues[IssueKey(facts.project.instance, reopening.id)]
            guard let record, !record.isGone, !record.isIncident else { continue }
            if tally.takes(record, of: facts, at: reopening.at) {
                tally.count(reopening.id, at: reopening.at)
            }
        }
        return tally.partial(in: facts.space(.issue))
    }
}
