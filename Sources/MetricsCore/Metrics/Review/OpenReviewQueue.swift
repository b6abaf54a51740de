/// Merge requests that wait for a review at the period's end (Documentation/Metrics/OpenReviewQueue.md).
public struct OpenReviewQueue: CountMetric {
    public static var id: MetricID { .openReviewQueue }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note] }
    public var isPerMergeRequest: Bool { true }
    public var isSnapshot: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "open merge requests of which it is the reviewers' turn at the end of the period",
        statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        let at = period.lastInstant
        var tally = Tally(definition)
        for timeline in facts.mergeRequests where facts.reviewWait(of: timeline, at: period.end) != nil {
            if tally.takes(timeline, at: at) { tally.count(timeline.id, at: at) }
        }
        return tally.partial(in: facts.space(.mergeRequest))
    }
}
