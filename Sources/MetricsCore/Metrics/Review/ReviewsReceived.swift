/// Reviews that merge requests got: each reviewer of a merge request once (Documentation/Metrics/ReviewsReceived.md).
///
/// Behind it stand the merge requests: grouped by person, they tell how much each author is reviewed.
public struct ReviewsReceived: CountMetric {
    public static var id: MetricID { .reviewsReceived }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note] }
    public var isPerMergeRequest: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "reviewers, counted once for each merge request, when they first reviewed it",
        statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        for timeline in facts.mergeRequests {
            for review in facts.firstReviews(of: timeline) where period.contains(review.at) {
                if tally.takes(timeline, at: review.at) { tally.count(timeline.id, at: review.at) }
            }
        }
        return tally.partial(in: facts.space(.mergeRequest))
    }
}
