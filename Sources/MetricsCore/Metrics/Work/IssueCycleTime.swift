/// From the first work on an issue to its closing (Documentation/Metrics/IssueCycleTime.md).
public struct IssueCycleTime: DistributionMetric {
    public static var id: MetricID { .issueCycleTime }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.commit, .issue, .labelEvent, .mergeRequest] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "issues closed in the period on which work was seen", start: .workStarted, end: .closed,
        statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        let starts = facts.workStarts
        for issue in facts.issues where issue.summary.state == .closed {
            guard let closed = issue.record.closedAt?.value, period.contains(closed) else { continue }
            guard sampler.takes(issue.record, of: facts, at: closed) else { continue }
            if let started = starts[issue.record.id.id] {
                sampler.add(issue.record.id.id, from: started, to: closed)
            } else {
                sampler.exclude(issue.record.id.id, .noWork, at: closed)
            }
        }
        return sampler.partial(in: facts.space(.issue))
    }
}
