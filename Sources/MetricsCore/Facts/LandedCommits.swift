/// Merged merge requests by the commits they landed as.
struct LandedCommits {
    typealias Match = (mergeRequest: Int32, basis: DeploymentLink.Basis)

    private var matches: [String: [Match]] = [:]

    init(of records: ProjectRecords, timelines: MergeRequestTimelines) {
        let rows = records.mergeRequests.rows
        for (position, timeline) in timelines.timelines.enumerated() where timeline.merged != nil {
            let row = Int(timeline.row)
            add(rows[row].mergeCommitSHA?.value, position, .mergeCommit)
            add(rows[row].squashCommitSHA?.value, position, .squashCommit)
            add(rows[row].headSHA?.value, position, .headCommit)
        }
    }

    var isEmpty: Bool { matches.isEmpty }

    subscript(sha: String) -> [Match]? { matches[sha] }

    private mutating func add(_ sha: String?, _ position: Int, _ basis: DeploymentLink.Basis) {
        guard let sha else { return }
        matches[sha, default: []].append((Int32(position), basis))
    }
}
