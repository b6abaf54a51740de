/// Other ways to walk a history than by date.
extension Repository {
    /// A commit, its first parent, that one's first parent, and so on.
    func firstParents(from sha: String?) -> [String] {
        var result: [String] = []
        var next = sha
        while let current = next, let commit = commits[current] {
            result.append(current)
            next = commit.parents.first
        }
        return result
    }

    /// The same commits, none before all its children: repeatedly the newest that no remaining one descends from.
    func topological(_ chosen: [Commit]) -> [Commit] {
        let known = Set(chosen.map(\.sha))
        var children: [String: Int] = [:]
        for commit in chosen {
            for parent in commit.parents where known.contains(parent) { children[parent, default: 0] += 1 }
        }
        var ready = newestFirst(chosen.map(\.sha).filter { children[$0, default: 0] == 0 })
        var result: [Commit] = []
        while let commit = ready.first {
            ready.removeFirst()
            result.append(commit)
            for parent in commit.parents.reversed() where known.contains(parent) {
                children[parent, default: 0] -= 1
                if children[parent] == 0, let row = commits[parent] { ready.insert(row, at: 0) }
            }
        }
        return result
    }
}
