/// Estimates of issues closed and merge requests merged (Documentation/Metrics/TimeEstimated.md).
public struct TimeEstimated: AmountMetric {
    public static var id: MetricID { .timeEstimated }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.issue, .mergeRequest] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "estimates of issues closed and merge requests merged", statistic: .sum)

    public var unit: MetricUnit { .seconds }

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> AmountPartial {
        var issues = Accumulator(definition)
        for issue in facts.issues where issue.summary.state == .closed {
            guard let closed = issue.record.closedAt?.value, period.contains(closed),
                let estimate = issue.record.timeEstimate?.value, estimate != 0,
                issues.takes(issue.record, of: facts, at: closed)
            else { continue }
            issues.add(issue.record.id.id, estimate, at: closed)
        }
        var mergeRequests = Accumulator(definition)
        for timeline in facts.mergeRequests {
            guard let merged = timeline.merged, period.contains(merged),
                let estimate = facts.record(of: timeline).timeEstimate?.value, estimate != 0,
                mergeRequests.takes(timeline, at: merged)
            else { continue }
            mergeRequests.add(timeline.id, estimate, at: merged)
        }
        var partial = AmountPartial()
        issues.add(to: &partial, in: facts.space(.issue))
        mergeRequests.add(to: &partial, in: facts.space(.mergeRequest))
        return partial
    }
}
