import Foundation

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
    var tags: [String: Tag] = [:]
    /// Names, or patterns with `*`, of branches and tags under protection besides the default branch.
    var protected: Set<String> = []
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

    /// Commits of a branch, tag, SHA or range `a..b`, newest first; `nil` when there is no such thing.
    func commits(of ref: String, isDefault: Bool) -> [Commit]? {
        if isDefault, heads[ref] != nil { return newestFirst(landed) }
        if let dots = ref.range(of: "..") {
            guard let left = resolve(String(ref[..<dots.lowerBound])),
                let right = resolve(String(ref[dots.upperBound...]))
            else { return nil }
            let known = Set(history(from: left))
            return newestFirst(history(from: right) { known.contains($0) })
        }
        return resolve(ref).map { newestFirst(history(from: $0)) }
    }

    /// Commits by the committer's clock, newest first; of one second, the later landed first.
    func newestFirst(_ shas: [String]) -> [Commit] {
        shas.compactMap { commits[$0] }.map { (commit: $0, place: places[$0.sha] ?? Int.max) }.sorted {
            ($1.commit.committedAt, $1.place, $1.commit.sha) < (
                $0.commit.committedAt, $0.place, $0.commit.sha
            )
        }.map(\.commit)
    }

    /// Names of the branches, or of the tags, that hold a commit, in order.
    func holders(of sha: String, among tips: [String: String]) -> [String] {
        tips.keys.sorted().filter { name in tips[name].map { history(from: $0).contains(sha) } ?? false }
    }

    /// Whether a rule covers the name.
    func protects(_ name: String) -> Bool {
        protected.contains { pattern in
            guard let star = pattern.firstIndex(of: "*") else { return pattern == name }
            return name.hasPrefix(pattern[..<star]) && name.hasSuffix(pattern[pattern.index(after: star)...])
        }
    }

    /// When the commit at a branch's tip was committed.
    func tipDate(of branch: String) -> Instant {
        heads[branch].flatMap { commits[$0]?.committedAt } ?? Instant(microseconds: 0)
    }

    /// When a tag was made; for a lightweight one, when its commit was.
    func date(of tag: Tag) -> Instant {
        tag.createdAt ?? commits[tag.sha]?.committedAt ?? Instant(microseconds: 0)
    }

    /// The commit a branch, a tag, a full SHA or the beginning of one names.
    func resolve(_ name: String) -> String? {
        if let tip = heads[name] ?? tags[name]?.sha { return tip }
        if commits[name] != nil { return name }
        guard name.count >= 7 else { return nil }
        return commits.keys.first { $0.hasPrefix(name) }
    }
}
