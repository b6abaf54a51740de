extension ProjectFacts {
    /// By issue, when work on it was first seen: the first commit authored or merge request created that names it
    /// (Documentation/Tickets.md), or the first label of work in progress.
    var workStarts: [Int64: Instant] {
        var starts: [Int64: Instant] = [:]
        func note(_ issue: Int64, _ at: Instant) { starts[issue] = min(starts[issue] ?? at, at) }
        for event in records.labelEvents where event.subject.kind == .issue {
            guard event.change.value.isAdded, let label = event.change.value.label,
                let issue = Int64(event.subject.id), rules.isInProgress(label)
            else { continue }
            note(issue, event.createdAt)
        }
        for timeline in TicketLinker().timelines(of: self) {
            guard let issue = timeline.issue.flatMap({ Int64($0.record.id) }),
                let began = timeline.firstActivity
            else { continue }
            note(issue, began)
        }
        return starts
    }
}
