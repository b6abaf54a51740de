/// What moves merge requests and issues on, which up to four kinds of record tell.
extension ActivitySource {
    mutating func addActs() {
        var acts = SubjectActs()
        for event in records.stateEvents {
            acts.add(
                Activity.Kind(state: event.change.value.state, of: event.subject.kind), on: event.subject,
                at: event.createdAt, by: event.user?.value, told: event.reference, source: .stateEvent)
        }
        for note in records.notes {
            guard let activity = note.facts.value.activity, records.isLive(note) else { continue }
            acts.add(
                Activity.Kind(activity, on: note.subject.kind), on: note.subject, at: note.createdAt,
                by: note.facts.value.author, told: note.reference, source: .note)
        }
        for event in records.provisionalEvents where records.isLive(event) {
            acts.add(
                Activity.Kind(event.activity, on: .mergeRequest), on: .mergeRequest(event.mergeRequest),
                at: event.at, by: event.actor, told: event.reference, source: .webhook)
        }
        addStates(to: &acts)
        for act in acts.distinct {
            add(act.kind, at: act.at, by: act.actor, told: act.record, on: act.subject)
        }
    }

    /// What the merge requests and issues themselves tell of their merge and latest closing.
    private func addStates(to acts: inout SubjectActs) {
        for record in records.mergeRequests {
            let state = record.summary?.value.state
            if state == .merged, let merge = record.merge?.value, let at = merge.at {
                acts.add(
                    .merged, on: record.reference, at: at, by: merge.by, told: record.reference,
                    source: .merge)
            }
            if state == .closed, let at = record.closedAt?.value {
                acts.add(
                    .mergeRequestClosed, on: record.reference, at: at, by: record.closedBy?.value,
                    told: record.reference, source: .latestClosing)
            }
        }
        for record in records.issues where record.summary?.value.state == .closed {
            guard let at = record.closedAt?.value else { continue }
            acts.add(
                .issueClosed, on: record.reference, at: at, by: record.closedBy?.value,
                told: record.reference, source: .latestClosing)
        }
    }
}

extension Activity.Kind {
    /// What a state event tells; `nil` for states that are no act of their own.
    init?(state: String, of subject: RecordKind) {
        switch state {
        case "merged" where subject == .mergeRequest: self = .merged
        case "closed": self = subject == .issue ? .issueClosed : .mergeRequestClosed
        case "reopened": self = subject == .issue ? .issueReopened : .mergeRequestReopened
        default: return nil
        }
    }

    /// What a system note tells; `nil` for what stands in no feed.
    init?(_ activity: NoteActivity, on subject: RecordKind) {
        switch activity {
        case .closed: self = subject == .issue ? .issueClosed : .mergeRequestClosed
        case .reopened: self = subject == .issue ? .issueReopened : .mergeRequestReopened
        case _ where subject != .mergeRequest: return nil
        case .approved: self = .approved
        case .unapproved: self = .unapproved
        case .requestedChanges: self = .changesRequested
        case .reviewRequested: self = .reviewRequested
        case .markedReady: self = .markedReady
        case .markedDraft: self = .markedDraft
        case .merged: self = .merged
        default: return nil
        }
    }
}
