/// A project's commits and branches, without contents.
struct Repository: Sendable {
    let project: Int
    let webURL: String
    private(set) var commits: [String: Commit] = [:]
    /// Branch name to the commit at its tip.
    private(set) var heads: [String: String] = [:]
    /// The commits of `main` in the order in which they landed, and each one's place.
    private(set) var landed: [String] = []
    private(set) var places: [String: Int] = [:]
    /// Makes commit ids differ.
    private(set) var count = 0

    init(project: Int, webURL: String) {
        self.project = project
        self.webURL = webURL
    }

    /// The id the next commit gets.
    mutating func nextSHA() -> String {
        count += 1
        return SHA1.hex("commit \(project) \(count)")
    }

    mutating func insert(_ commit: Commit) { commits[commit.sha] = commit }

    /// Moves a branch, and notes what newly landed when it is `main`.
    mutating func move(_ branch: String, to sha: String, isDefault: Bool) {
        heads[branch] = sha
        guard isDefault else { return }
        for commit in history(from: sha, stopping: { places[$0] != nil }).reversed() {
            places[commit] = landed.count
            landed.append(commit)
        }
    }

    mutating func deleteBranch(_ branch: String) { heads[branch] = nil }

    /// Commits that can be reached from a commit, itself first, not following those that `stopping` names.
    func history(from sha: String, stopping: (String) -> Bool = { _ in false }) -> [String] {
        var result: [String] = []
        var seen: Set<String> = []
        var waiting = [sha]
        while let next = waiting.popLast() {
            guard !stopping(next), seen.insert(next).inserted, let commit = commits[next] else { continue }
            result.append(next)
            waiting += commit.parents.reversed()
        }
        return result
    }

    /// Commits of a branch, tag or SHA, newest first; `nil` when there is no such thing.
    func commits(of ref: String, isDefault: Bool) -> [Commit]? {
        let reachable: [String]
        if isDefault, heads[ref] != nil {
            reachable = landed
        } else if let tip = heads[ref] ?? (commits[ref] != nil ? ref : nil) {
            reachable = history(from: tip)
        } else {
            return nil
        }
        return newestFirst(reachable)
    }

    /// Commits by the committer's clock, newest first; of one second, the later landed first.
    func newestFirst(_ shas: [String]) -> [Commit] {
        shas.compactMap { commits[$0] }.map { (commit: $0, place: places[$0.sha] ?? Int.max) }.sorted {
            ($1.commit.committedAt, $1.place, $1.commit.sha) < (
                $0.commit.committedAt, $0.place, $0.commit.sha
            )
        }.map(\.commit)
    }

    /// The commit a branch, a full SHA or the beginning of one names.
    func resolve(_ name: String) -> String? {
        if let tip = heads[name] { return tip }
        if commits[name] != nil { return name }
        guard name.count >= 7 else { return nil }
        return commits.keys.first { $0.hasPrefix(name) }
    }
}
