/// Issues closed and not reopened since, incidents apart (Documentation/Metrics/IssuesClosed.md).
public struct IssuesClosed: CountMetric {
    public static var id: MetricID { .issuesClosed }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.issue] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "issues closed", end: .closed, statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        for issue in facts.issues where issue.summary.state == .closed {
            guard let closed = issue.record.closedAt?.value, period.contains(closed) else { continue }
            if tally.takes(issue.record, of: facts, at: closed) {
                tally.count(issue.record.id.id, at: closed)
            }
        }
        return tally.partial(in: facts.space(.issue))
    }
}
