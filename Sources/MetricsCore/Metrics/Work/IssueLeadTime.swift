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
            let (id, created) = (issue.record.id.id, issue.summary.createdAt)
            let closed = issue.summary.state == .closed ? issue.record.closedAt?.value : nil
            guard period.contains(closed ?? created),
                sampler.takes(issue.record, of: facts, at: closed ?? created)
            else { continue }
            if let closed {
                sampler.add(id, from: created, to: closed)
            } else {
                sampler.exclude(
                    id, issue.summary.state == .opened ? .pending : .missingInstant, at: created)
            }
        }
        return sampler.partial(in: facts.space(.issue))
    }
}
