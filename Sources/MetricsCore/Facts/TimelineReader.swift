/// Reads one merge request's events in order: when it was a draft, who reviewed it, which approvals stood.
///
/// One reader serves all merge requests of a project, so that its buffers are allocated once.
struct TimelineReader {
    private struct Approval {
        var actor: Int64
        var at: Instant
        var whileDraft: Bool
    }

    private var standing: [Approval] = []

    /// Completes the timeline by its events.
    ///
    /// - Parameters:
    ///   - events: in order of time.
    ///   - required: how many approvals are needed, if known.
    mutating func read(
        _ events: [TimelineEvent], into timeline: inout MergeRequestTimeline, required: Int?
    ) {
        standing.removeAll(keepingCapacity: true)
        var isDraft = Self.startedAsDraft(events, otherwise: timeline.traits.contains(.draft))
        timeline.moments.ready = isDraft ? nil : timeline.created
        for event in events {
            if let merged = timeline.merged, event.at > merged { break }
            switch event.kind {
            case .markedReady:
                if isDraft, timeline.firstReview == nil || timeline.ready == nil {
                    timeline.moments.ready = event.at
                }
                isDraft = false
            case .markedDraft: isDraft = true
            case .approved where event.actor == .human: approve(event, whileDraft: isDraft)
            case .unapproved:
                standing.removeAll { $0.actor == event.actorID }
                timeline.traits.insert(.approvalWithdrawn)
            case .approvalsReset:
                standing.removeAll(keepingCapacity: true)
                timeline.traits.insert(.approvalWithdrawn)
            default: break
            }
            if timeline.firstReview == nil, event.kind.isReview {
                if event.actor == .human {
                    timeline.moments.firstReview = event.at
                    if isDraft { timeline.traits.insert(.reviewedWhileDraft) }
                } else if event.actor == .bot {
                    timeline.traits.insert(.botReviewedFirst)
                }
            }
        }
        settleApprovals(into: &timeline, required: required)
    }

    /// The first change tells what it was before; without one it always was what it is.
    static func startedAsDraft(_ events: some Sequence<TimelineEvent>, otherwise isDraft: Bool) -> Bool {
        for event in events {
            if event.kind == .markedReady { return true }
            if event.kind == .markedDraft { return false }
        }
        return isDraft
    }

    private mutating func approve(_ event: TimelineEvent, whileDraft: Bool) {
        guard !standing.contains(where: { $0.actor == event.actorID }) else { return }
        standing.append(Approval(actor: event.actorID, at: event.at, whileDraft: whileDraft))
    }

    private func settleApprovals(into timeline: inout MergeRequestTimeline, required: Int?) {
        guard let first = standing.first else { return }
        timeline.moments.approved = first.at
        if first.whileDraft { timeline.traits.insert(.approvedWhileDraft) }
        let needed = max(required ?? 1, 1)
        guard needed <= standing.count else { return }
        let last = standing[needed - 1]
        timeline.moments.fullyApproved = last.at
        if last.whileDraft { timeline.traits.insert(.fullyApprovedWhileDraft) }
    }
}
