/// The known commits and their parents, walked so that each commit is met once: what a deployment reaches and
/// the deployments before it did not.
struct CommitGraph {
    private let commits: RecordTable<CommitRecord>
    private let project: ProjectKey?
    private var visited: Set<SHA> = []
    private var reached: [SHA] = []

    init(of records: ProjectRecords) {
        commits = records.commits
        project = commits.rows.first?.project
    }

    /// Starts over, for another environment.
    mutating func forget() { visited.removeAll(keepingCapacity: true) }

    /// Calls the body for each commit reached from there and never before, the first included. A commit that is
    /// not known is reached, but leads nowhere.
    mutating func visit(from sha: String, _ body: (SHA) -> Void) {
        let start = SHA(sha)
        guard visited.insert(start).inserted else { return }
        reached.append(start)
        while let current = reached.popLast() {
            body(current)
            guard let project, let commit = commits[CommitKey(project, current.text)] else { continue }
            for parent in (commit.parents?.value ?? []).lazy.map({ SHA($0) })
            where visited.insert(parent).inserted {
                reached.append(parent)
            }
        }
    }
}
