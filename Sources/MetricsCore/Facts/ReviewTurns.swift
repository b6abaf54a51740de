/// Whose turn it is on a merge request, from the moment it is ready to its end.
///
/// It begins with the reviewers. A review hands it to the author; new commits, a comment by the author, a request for
/// review or marking it ready hand it back; an approval leaves it with the author, who may merge. As a draft it is the
/// author's.
struct ReviewTurns {
    enum Side { case author, reviewers }

    /// One side's turn.
    struct Turn {
        var side: Side
        var start: Instant
        var end: Instant
        /// The review that ended it; `nil` for one that did not end by a review.
        var review: TimelineEvent?
    }

    private(set) var turns: [Turn] = []

    /// - Parameter end: the merge, the closing, or the moment until which it is looked at.
    init?(of timeline: MergeRequestTimeline, events: ArraySlice<TimelineEvent>, until end: Instant) {
        guard let ready = Self.ready(timeline, events, at: end) else { return nil }
        var current = Turn(side: .reviewers, start: ready, end: end)
        var isDraft = false
        for event in events where event.at >= ready && event.at <= end {
            if event.kind == .markedDraft { isDraft = true }
            if event.kind == .markedReady { isDraft = false }
            let next = isDraft ? .author : Self.side(after: event)
            guard let side = next, side != current.side else { continue }
            current.end = event.at
            current.review = event.kind.isReview && event.actor == .human ? event : nil
            turns.append(current)
            current = Turn(side: side, start: event.at, end: end)
        }
        turns.append(current)
    }

    /// When it was ready, as of then: it may have been a draft, and ready again, since.
    private static func ready(
        _ timeline: MergeRequestTimeline, _ events: ArraySlice<TimelineEvent>, at end: Instant
    ) -> Instant? {
        guard let ready = timeline.ready, ready > end else { return timeline.ready }
        var then = TimelineReader.startedAsDraft(events, otherwise: false) ? nil : timeline.created
        for event in events where event.at <= end {
            if event.kind == .markedDraft { then = nil }
            if event.kind == .markedReady { then = then ?? event.at }
        }
        return then.flatMap { $0 <= end ? $0 : nil }
    }

    /// Whose turn it is at the end.
    var last: Turn? { turns.last }

    func seconds(of side: Side) -> UInt32 {
        turns.reduce(into: 0) { sum, turn in
            guard turn.side == side, case .seconds(let seconds) = Elapsed(from: turn.start, to: turn.end)
            else {
                return
            }
            sum = UInt32(clamping: UInt64(sum) + UInt64(seconds))
        }
    }

    /// Whose turn it is after the event; `nil` where it changes nothing.
    private static func side(after event: TimelineEvent) -> Side? {
        switch (event.kind, event.actor) {
        case (.comment, .human), (.approved, .human), (.requestedChanges, .human): .author
        case (.commitsAdded, _), (.markedReady, _), (.reviewRequested, _), (.comment, .author): .reviewers
        default: nil
        }
    }
}
