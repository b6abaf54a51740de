/// Issues created, incidents apart (Documentation/Metrics/IssuesCreated.md).
public struct IssuesCreated: CountMetric {
    public static var id: MetricID { .issuesCreated }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.issue] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "issues created", end: .created, statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        for issue in facts.issues where period.contains(issue.summary.createdAt) {
            if tally.takes(issue.record, of: facts, at: issue.summary.createdAt) {
                tally.count(issue.record.id.id, at: issue.summary.createdAt)
            }
        }
        return tally.partial(in: facts.space(.issue))
    }
}
