/// From ready for review to the first comment or approval by another human, up to the merge
/// (Documentation/Metrics/TimeToFirstComment.md). Also called pickup time.
public struct TimeToFirstComment: MergeRequestDurationMetric {
    public static var id: MetricID { .timeToFirstComment }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests first reviewed in the period", start: .ready, end: .firstReview,
        statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var partial = mergeRequestSpans(of: facts, in: period)
        if definition.inclusion.bots == .leftOut {
            partial.ledger.exclude(botReviews(of: facts, in: period), .bot, in: facts.space(.note))
        }
        return partial
    }

    /// The notes of bots that were passed over because they came before the first review by a human; they belong where
    /// their merge request does.
    private func botReviews(of facts: ProjectFacts, in period: ReportPeriod) -> DatedColumns {
        var notes = DatedColumns()
        for timeline in facts.mergeRequests where timeline.traits.contains(.botReviewedFirst) {
            let at = timeline.firstReview ?? timeline.latest
            guard !timeline.traits.contains(.byBot), period.contains(at) else { continue }
            let end = timeline.firstReview ?? timeline.merged ?? .distantFuture
            for event in facts.events(of: timeline) where event.at <= end {
                if event.kind.isReview, event.actor == .bot, event.note != 0 {
                    notes.append(event.note, at: at)
                }
            }
        }
        return notes
    }
}
