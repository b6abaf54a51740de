import WireFormat

extension World {
    /// Puts one commit on a branch, which starts at `main` if it is new, and returns its SHA.
    @discardableResult
    public mutating func commit(
        to project: Int, branch: String, title: String, author: Int, additions: Int = 10, deletions: Int = 2,
        offsetMinutes: Int = 0
    ) -> String {
        let before = repositories[project]?.heads[branch]
        let sha = addCommit(
            to: project, branch: branch, title: title, author: author, additions: additions,
            deletions: deletions, offsetMinutes: offsetMinutes)
        announcePush(to: branch, from: before, in: project, by: author)
        return sha
    }

    /// One of the commits of a push, which hooks hear of when all of it is there.
    mutating func addCommit(
        to project: Int, branch: String, title: String, author: Int, additions: Int = 10, deletions: Int = 2,
        offsetMinutes: Int = 0
    ) -> String {
        guard let home = projects[project] else { return "" }
        // No copy of the repository may live on here: inserting would copy every commit.
        let head = repositories[project]?.heads[branch] ?? repositories[project]?.heads[home.defaultBranch]
        let signature = signature(author, offsetMinutes: offsetMinutes)
        return insertCommit(
            in: project, branch: branch, parents: head.map { [$0] } ?? [], message: "\(title)\n",
            author: signature, authoredAt: clock, committer: signature, additions: additions,
            deletions: deletions)
    }

    @discardableResult
    mutating func insertCommit(
        in project: Int, branch: String, parents: [String], message: String, author: Commit.Signature,
        authoredAt: Instant, committer: Commit.Signature, additions: Int, deletions: Int
    ) -> String {
        guard let home = projects[project], var repository = repositories.removeValue(forKey: project) else {
            return ""
        }
        let sha = repository.nextSHA()
        repository.insert(
            Commit(
                sha: sha, parents: parents, message: message, author: author, authoredAt: authoredAt,
                committer: committer, committedAt: clock, additions: additions, deletions: deletions,
                webURL: repository.webURL))
        repository.move(branch, to: sha, isDefault: branch == home.defaultBranch)
        repositories[project] = repository
        return sha
    }

    func signature(_ user: Int, offsetMinutes: Int = 0) -> Commit.Signature {
        let basic = users[user]?.resource
        let username = basic?.text("username") ?? "ghost"
        return Commit.Signature(
            name: basic?.text("name") ?? "Ghost User", email: "\(username)@example.com",
            offsetMinutes: offsetMinutes)
    }

    /// The commit at the tip of the default branch.
    public func head(of project: Int) -> String? {
        projects[project].flatMap { repositories[project]?.heads[$0.defaultBranch] }
    }

    func commit(_ sha: String, in project: Int) -> Commit? { repositories[project]?.commits[sha] }
}
