/// Merge requests merged without a review by another person (Documentation/Metrics/UnreviewedMerges.md).
public struct UnreviewedMerges: ShareMetric {
    public static var id: MetricID { .unreviewedMerges }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note] }
    public var isPerMergeRequest: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests merged without a review by another person", end: .merged, statistic: .share)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        for timeline in facts.mergeRequests {
            guard let at = timeline.merged, period.contains(at), tally.takes(timeline, at: at) else {
                continue
            }
            tally.count(timeline.id, at: at, isHit: timeline.firstReview == nil)
        }
        return tally.partial(in: facts.space(.mergeRequest))
    }
}
