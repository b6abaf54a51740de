/// Merged merge requests by the commits they landed as: the merge commit, else the squash commit, else the head.
struct LandedCommits {
    typealias Match = (mergeRequest: Int32, basis: DeploymentLink.Basis)

    /// A commit lands one merge request, as a rule; the rest stand apart.
    private var matches: [SHA: Match] = [:]
    private var further: [SHA: [Match]] = [:]

    init(of records: ProjectRecords, timelines: MergeRequestTimelines) {
        let rows = records.mergeRequests.rows
        matches.reserveCapacity(timelines.timelines.count)
        for (position, timeline) in timelines.timelines.enumerated() where timeline.merged != nil {
            let row = Int(timeline.row)
            if let sha = rows[row].mergeCommitSHA?.value {
                add(sha, position, .mergeCommit)
            } else if let sha = rows[row].squashCommitSHA?.value {
                add(sha, position, .squashCommit)
            } else if let sha = rows[row].headSHA?.value {
                add(sha, position, .headCommit)
            }
        }
    }

    var isEmpty: Bool { matches.isEmpty }

    /// Calls the body for each merge request that landed as that commit.
    func forEach(landedAs sha: SHA, _ body: (Match) -> Void) {
        guard let match = matches[sha] else { return }
        body(match)
        if !further.isEmpty { further[sha]?.forEach(body) }
    }

    private mutating func add(_ sha: String, _ position: Int, _ basis: DeploymentLink.Basis) {
        let sha = SHA(sha)
        let match = (Int32(position), basis)
        if matches[sha] == nil { matches[sha] = match } else { further[sha, default: []].append(match) }
    }
}
