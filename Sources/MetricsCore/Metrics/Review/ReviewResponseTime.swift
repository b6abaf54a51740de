/// How long reviewers take once it is their turn (Documentation/Metrics/ReviewResponseTime.md).
public struct ReviewResponseTime: DistributionMetric {
    public static var id: MetricID { .reviewResponseTime }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note] }
    public var isPerMergeRequest: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "reviews, each from the moment it was the reviewers' turn", statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        for timeline in facts.mergeRequests {
            let end = timeline.merged ?? timeline.closed ?? .distantFuture
            let turns = ReviewTurns(of: timeline, events: facts.events(of: timeline), until: end)?.turns ?? []
            for turn in turns where turn.side == .reviewers && period.contains(turn.end) {
                guard let review = turn.review, review.note != 0 else { continue }
                if definition.inclusion.bots == .leftOut, timeline.traits.contains(.byBot) {
                    sampler.exclude(review.note, .bot, at: turn.end)
                } else {
                    sampler.add(review.note, from: turn.start, to: turn.end, of: timeline.author)
                }
            }
        }
        return sampler.partial(in: facts.space(.note))
    }
}
