extension ProjectFacts {
    /// By issue, when work on it was first seen: the first commit of a merge request that names it, or the first label
    /// of work in progress.
    var workStarts: [Int64: Instant] {
        var starts: [Int64: Instant] = [:]
        func note(_ issue: Int64, _ at: Instant) { starts[issue] = min(starts[issue] ?? at, at) }
        for event in records.labelEvents where event.subject.kind == .issue {
            guard event.change.value.isAdded, let label = event.change.value.label,
                let issue = Int64(event.subject.id), rules.isInProgress(label)
            else { continue }
            note(issue, event.createdAt)
        }
        return starts
    }
}
