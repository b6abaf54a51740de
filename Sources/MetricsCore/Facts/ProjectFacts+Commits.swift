extension ProjectFacts {
    /// Why a commit is nobody's work; `nil` if it is somebody's.
    func exclusion(of commit: CommitRecord, _ inclusion: Inclusion) -> ExclusionReason? {
        if commit.isMerge { return .mergeCommit }
        return inclusion.bots == .leftOut && isByBot(commit) ? .bot : nil
    }

    /// Whether a machine wrote it: told by its author's person or account, or by the user name in his address.
    func isByBot(_ commit: CommitRecord) -> Bool {
        let author = commit.facts.value
        guard let email = author.authorEmail else { return false }
        let name = email.prefix { $0 != "@" }
        switch rules.roster.identity(
            of: .author(name: author.authorName, email: email), in: project.instance)
        {
        case .person(let id): return rules.roster.people[id]?.isBot == true
        case .account(_, let user):
            return bots.isBot(Account(id: user, username: String(name.drop { $0 != "-" }.dropFirst())))
        case .email: return bots.isBot(Account(id: 0, username: String(name)))
        }
    }
}

extension CommitRecord {
    /// What decides in which period it counts: when it was committed, or authored while that is unknown.
    var countedAt: Instant { committedAt?.value ?? facts.value.authoredAt }

    /// Whether it has several parents; unknown ones are taken for one.
    var isMerge: Bool { (parents?.value.count ?? 0) > 1 }
}
