extension ProjectFacts {
    /// The live issues that are not incidents, which are measured apart, with what is always known of them.
    var issues: some Sequence<(record: IssueRecord, summary: IssueRecord.Summary)> {
        records.issues.rows.lazy.compactMap { record in
            guard !record.isGone, !record.isIncident, let summary = record.summary?.value else { return nil }
            return (record, summary)
        }
    }

    /// Whether somebody who is a machine did it. Nobody is none.
    func isBot(_ account: Account?) -> Bool { account.map(bots.isBot) ?? false }

    /// Whether it is a merge request or issue that GitLab no longer shows.
    func isGone(_ subject: RecordReference) -> Bool {
        guard let id = Int64(subject.id) else { return false }
        return switch subject.kind {
        case .mergeRequest: records.mergeRequests[MergeRequestKey(subject.instance, id)]?.isGone == true
        case .issue: records.issues[IssueKey(subject.instance, id)]?.isGone == true
        default: false
        }
    }

    /// When each issue or merge request was reopened, told by its state events, or by its system notes where those were
    /// not read.
    func reopenings(of kind: RecordKind) -> [(id: Int64, at: Instant)] {
        var told: Set<String> = []
        var reopenings: [(id: Int64, at: Instant)] = []
        for event in records.stateEvents where event.subject.kind == kind {
            told.insert(event.subject.id)
            guard event.change.value.state == "reopened", let id = Int64(event.subject.id) else { continue }
            reopenings.append((id, event.createdAt))
        }
        for note in records.notes where note.subject.kind == kind && note.facts.value.activity == .reopened {
            guard !told.contains(note.subject.id), let id = Int64(note.subject.id), records.isLive(note)
            else { continue }
            reopenings.append((id, note.createdAt))
        }
        return reopenings
    }
}
