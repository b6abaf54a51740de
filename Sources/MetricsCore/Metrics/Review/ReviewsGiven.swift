/// Reviews that people gave: each reviewer of a merge request once (Documentation/Metrics/ReviewsGiven.md).
///
/// Behind it stand the reviewers' own notes: grouped by person, they tell how much each reviews.
public struct ReviewsGiven: CountMetric {
    public static var id: MetricID { .reviewsGiven }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note] }
    public var isPerMergeRequest: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "first acts of review of each reviewer on each merge request", statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var notes = Tally(definition)
        var provisional = Tally(definition)
        for timeline in facts.mergeRequests {
            let isLeftOut = definition.inclusion.bots == .leftOut && timeline.traits.contains(.byBot)
            for review in facts.firstReviews(of: timeline) where period.contains(review.at) {
                switch (review.note != 0, isLeftOut) {
                case (true, false): notes.count(review.note, at: review.at)
                case (true, true): notes.exclude(review.note, .bot, at: review.at)
                case (false, false): provisional.count(named: facts.name(of: review), at: review.at)
                case (false, true): provisional.exclude(named: facts.name(of: review), .bot, at: review.at)
                }
            }
        }
        var partial = notes.partial(in: facts.space(.note))
        provisional.add(to: &partial, in: facts.space(.provisionalEvent))
        return partial
    }
}
