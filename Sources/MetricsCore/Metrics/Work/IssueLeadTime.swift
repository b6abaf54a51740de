/// From an issue's creation to its closing, incidents apart (Documentation/Metrics/IssueLeadTime.md).
public struct IssueLeadTime: DistributionMetric {
    public static var id: MetricID { .issueLeadTime }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.issue] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "issues closed in the period", start: .created, end: .closed, statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        for issue in facts.issues {
            let id = issue.record.id.id
            if issue.summary.state == .closed, let closed = issue.record.closedAt?.value {
                if period.contains(closed) { sampler.add(id, from: issue.summary.createdAt, to: closed) }
            } else if period.contains(issue.summary.createdAt) {
                sampler.exclude(id, .pending, at: issue.summary.createdAt)
            }
        }
        return sampler.partial(in: facts.space(.issue))
    }
}
