/// The known commits and their parents, walked so that each commit is met once: what a deployment reaches and
/// the deployments before it did not.
struct CommitGraph {
    private let commits: RecordTable<CommitRecord>
    private let project: ProjectKey?
    private var visited: Set<String> = []

    init(of records: ProjectRecords) {
        commits = records.commits
        project = commits.rows.first?.project
    }

    /// Starts over, for another environment.
    mutating func forget() { visited.removeAll(keepingCapacity: true) }

    /// The commits reached from there and never before, the first included. A commit that is not known is
    /// reached, but leads nowhere.
    mutating func visit(from sha: String) -> [String] {
        guard visited.insert(sha).inserted else { return [] }
        var reached = [sha]
        var next = 0
        while next < reached.count {
            let current = reached[next]
            next += 1
            guard let project, let commit = commits[CommitKey(project, current)] else { continue }
            for parent in commit.facts.value.parents where visited.insert(parent).inserted {
                reached.append(parent)
            }
        }
        return reached
    }
}
