/// Merge requests and issues: that they were made, what was said on them, the time spent on them.
extension ActivitySource {
    typealias Place = (subject: Activity.Subject, url: String?)

    /// The merge request or issue and its page; `nil` unless it is known and still there.
    func place(of reference: RecordReference) -> Place? {
        guard let id = Int64(reference.id) else { return nil }
        switch reference.kind {
        case .mergeRequest:
            guard let record = records.mergeRequests[MergeRequestKey(reference.instance, id)], !record.isGone
            else { return nil }
            let summary = record.summary?.value
            return (
                Activity.Subject(reference, name: summary.map { "!\($0.iid)" }, title: summary?.title),
                record.webURL?.value ?? pages.mergeRequest(summary?.iid)
            )
        case .issue:
            guard let record = records.issues[IssueKey(reference.instance, id)], !record.isGone
            else { return nil }
            let summary = record.summary?.value
            let isConfidential = record.isConfidential?.value ?? false
            return (
                Activity.Subject(
                    reference, name: summary.map { "#\($0.iid)" },
                    title: isConfidential ? nil : summary?.title),
                record.webURL?.value ?? pages.issue(summary?.iid)
            )
        default: return nil
        }
    }

    mutating func addSubjects() {
        for record in records.mergeRequests {
            guard let created = record.summary?.value.createdAt else { continue }
            add(
                .mergeRequestOpened, at: created, by: record.author?.value, told: record.reference,
                on: record.reference)
        }
        for record in records.issues {
            guard let created = record.summary?.value.createdAt else { continue }
            add(
                .issueCreated, at: created, by: record.author?.value, told: record.reference,
                on: record.reference)
        }
    }

    mutating func addComments() {
        for note in records.notes where period.contains(note.createdAt) {
            guard !note.isSystem, records.isLive(note) else { continue }
            let kind: Activity.Kind =
                note.subject.kind == .issue ? .issueCommented : .mergeRequestCommented
            add(
                kind, at: note.createdAt, by: note.facts.value.author, told: note.reference, on: note.subject)
        }
    }

    mutating func addTimeLogs() {
        for log in records.timeLogs where !log.isGone {
            let facts = log.facts.value
            add(.timeLogged, at: facts.spentAt, by: facts.user, told: log.reference, on: log.subject) {
                $0.seconds = facts.seconds
            }
        }
    }
}
