/// What was said and done on one merge request, and what of it metrics take for review.
struct ReviewTrail {
    private(set) var steps: [Explanation.Step] = []
    private let facts: ProjectFacts
    private let timeline: MergeRequestTimeline
    private let events: ArraySlice<TimelineEvent>
    private let fates: ApprovalFates
    private var isDraft: Bool
    private var draftSince: Instant
    private var isReviewed = false

    init(of timeline: MergeRequestTimeline, in facts: ProjectFacts) {
        self.facts = facts
        self.timeline = timeline
        events = facts.events(of: timeline)
        fates = ApprovalFates(of: events, until: timeline.merged)
        isDraft = TimelineReader.startedAsDraft(events, otherwise: timeline.traits.contains(.draft))
        draftSince = timeline.created
        for index in events.indices where timeline.merged == nil || events[index].kind != .merged {
            add(index)
        }
    }

    private mutating func add(_ index: Int) {
        let event = events[index]
        let leftOut = reason(against: event) ?? fates.reasons[index]
        var what = index == fates.standing.first ? "first standing approval" : event.kind.phrase
        if event.kind.isReview, reason(against: event) == nil, !isReviewed {
            isReviewed = true
            what = "first review\(isDraft ? ", while a draft" : ""): \(what)"
        }
        if event.kind == .markedReady, isDraft {
            what = (event.at == timeline.ready ? "ready: " : "") + what + draft(until: event.at)
            isDraft = false
        } else if event.kind == .markedDraft, !isDraft {
            (isDraft, draftSince) = (true, event.at)
        }
        steps.append(
            .init(
                event.at, what, by: facts.username(of: account(of: event)), from: source(of: event),
                leftOut: leftOut))
    }

    /// Why the event is passed over, whatever came of it.
    private func reason(against event: TimelineEvent) -> ExclusionReason? {
        if let merged = timeline.merged, event.at > merged { return .afterMerge }
        guard event.kind.isReview else { return nil }
        return switch event.actor {
        case .human: nil
        case .bot: .bot
        case .author: .author
        case .unknown: .unknownActor
        }
    }

    private func draft(until ready: Instant) -> String {
        guard case .seconds(let seconds) = Elapsed(from: draftSince, to: ready) else { return "" }
        return " after \(DurationText.text(Double(seconds))) as a draft"
    }

    private func account(of event: TimelineEvent) -> Account? {
        let records = facts.records
        if event.note != 0 {
            return records.notes[NoteKey(facts.project.instance, event.note)]?.facts.value.author
        }
        let row = Int(event.provisional)
        return records.provisionalEvents.rows.indices.contains(row)
            ? records.provisionalEvents.rows[row].actor : nil
    }

    private func source(of event: TimelineEvent) -> RecordReference {
        let rows = facts.records.provisionalEvents.rows
        let row = Int(event.provisional)
        return rows.indices.contains(row)
            ? rows[row].reference : .note(NoteKey(facts.project.instance, event.note))
    }
}

extension TimelineEvent.Kind {
    /// What was done, to be followed by whom.
    fileprivate var phrase: String {
        switch self {
        case .comment: "comment"
        case .approved: "approval"
        case .unapproved: "approval withdrawn"
        case .approvalsReset: "approvals reset"
        case .requestedChanges: "changes requested"
        case .markedReady: "marked ready"
        case .markedDraft: "marked as a draft"
        case .reviewRequested: "review requested"
        case .reviewRequestRemoved: "review request removed"
        case .commitsAdded: "commits added"
        case .merged: "merged"
        case .closed: "closed"
        case .reopened: "reopened"
        }
    }
}
