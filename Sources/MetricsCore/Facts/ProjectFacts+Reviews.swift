extension ProjectFacts {
    /// The record behind a timeline.
    func record(of timeline: MergeRequestTimeline) -> MergeRequestRecord {
        records.mergeRequests.rows[Int(timeline.row)]
    }

    /// How many comments people other than the author made up to its merge.
    func reviewComments(on timeline: MergeRequestTimeline) -> Int {
        reviews(of: timeline).count { $0.kind == .comment }
    }

    /// How many people reviewed it up to its merge. Those unknown count as one.
    func reviewers(of timeline: MergeRequestTimeline) -> Int {
        Set(reviews(of: timeline).map(\.actorID)).count
    }

    /// What people other than the author did to review it, up to its merge.
    func reviews(of timeline: MergeRequestTimeline) -> some Collection<TimelineEvent> {
        let end = timeline.merged ?? .distantFuture
        return events(of: timeline).lazy.filter { $0.kind.isReview && $0.actor == .human && $0.at <= end }
    }

    /// How often a review was followed by new commits before the first approval.
    func reworkCycles(of timeline: MergeRequestTimeline) -> Int {
        var cycles = 0
        var isReviewed = false
        let end = timeline.merged ?? .distantFuture
        for event in events(of: timeline) where event.at <= end {
            switch (event.kind, event.actor) {
            case (.approved, .human): return cycles
            case (.comment, .human), (.requestedChanges, .human): isReviewed = true
            case (.commitsAdded, _) where isReviewed:
                cycles += 1
                isReviewed = false
            default: break
            }
        }
        return cycles
    }

    /// Seconds it was a draft; `nil` if it never was one.
    func draftTime(of timeline: MergeRequestTimeline, until end: Instant) -> Int64? {
        let events = events(of: timeline)
        var since: Instant?
        if TimelineReader.startedAsDraft(events, otherwise: timeline.traits.contains(.draft)) {
            since = timeline.created
        }
        var sum: Int64?
        func add(until end: Instant) {
            guard let start = since, case .seconds(let seconds) = Elapsed(from: start, to: end) else {
                return
            }
            sum = (sum ?? 0) + Int64(seconds)
        }
        for event in events where event.at <= end {
            switch event.kind {
            case .markedDraft: since = since ?? event.at
            case .markedReady:
                add(until: event.at)
                since = nil
            default: break
            }
        }
        add(until: end)
        return sum
    }

    /// When anything last happened to it before that instant.
    func lastActivity(on timeline: MergeRequestTimeline, before end: Instant) -> Instant {
        var last = timeline.created
        for event in events(of: timeline) where event.at < end { last = max(last, event.at) }
        return last
    }
}

extension MergeRequestTimeline {
    /// Whether it stood open just before that instant, as far as its last closing tells.
    func isOpen(at end: Instant) -> Bool {
        guard created < end else { return false }
        guard let ended = merged ?? closed else { return traits.contains(.open) }
        return ended >= end
    }
}

extension MergeRequestRecord.Size {
    /// Lines added and removed together.
    var lines: UInt32 {
        let (lines, overflow) = additions.addingReportingOverflow(deletions)
        return overflow ? .max : UInt32(clamping: lines)
    }
}

extension ReportPeriod {
    /// The last second of it, at which a snapshot counts.
    var lastInstant: Instant { max(start, end.advanced(bySeconds: -1)) }
}
