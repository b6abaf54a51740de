import MetricsCore

extension NoteActivity {
    /// What a system note tells, by its wording: REST carries nothing else. GitLab does not translate them.
    init(systemNote body: String) {
        self = Self.wordings.first { body.hasPrefix($0.beginning) }?.activity ?? .other
        if self == .other, Self.isCountOfCommits(body) { self = .commitsAdded }
    }

    private static let wordings: [(beginning: String, activity: NoteActivity)] = [
        ("approved this merge request", .approved),
        ("unapproved this merge request", .unapproved),
        ("reset approvals from", .approvalsReset),
        ("requested changes", .requestedChanges),
        ("requested review from", .reviewRequested),
        ("removed review request for", .reviewRequestRemoved),
        ("marked this merge request as **ready**", .markedReady),
        ("marked this merge request as **draft**", .markedDraft),
        // Before GitLab 13.x drafts were called otherwise.
        ("unmarked as a **Work In Progress**", .markedReady),
        ("unmarked this merge request as a **Work In Progress**", .markedReady),
        ("marked as a **Work In Progress**", .markedDraft),
        ("marked this merge request as a **Work In Progress**", .markedDraft),
        ("merged", .merged),
        ("closed", .closed),
        ("reopened", .reopened),
    ]

    /// `added 1 commit`, `added 12 commits`.
    private static func isCountOfCommits(_ body: String) -> Bool {
        let words = body.prefix(40).split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        return words.count == 3 && words[0] == "added" && Int(words[1]) != nil && words[2].hasPrefix("commit")
    }
}
