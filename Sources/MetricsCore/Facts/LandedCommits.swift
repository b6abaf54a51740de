/// Merged merge requests by the commits they landed as.
struct LandedCommits {
    typealias Match = (mergeRequest: Int32, basis: DeploymentLink.Basis)

    /// A commit lands one merge request, as a rule; the rest stand apart.
    private var matches: [String: Match] = [:]
    private var further: [String: [Match]] = [:]

    init(of records: ProjectRecords, timelines: MergeRequestTimelines) {
        let rows = records.mergeRequests.rows
        matches.reserveCapacity(timelines.timelines.count)
        for (position, timeline) in timelines.timelines.enumerated() where timeline.merged != nil {
            let row = Int(timeline.row)
            add(rows[row].mergeCommitSHA?.value, position, .mergeCommit)
            add(rows[row].squashCommitSHA?.value, position, .squashCommit)
            add(rows[row].headSHA?.value, position, .headCommit)
        }
    }

    var isEmpty: Bool { matches.isEmpty }

    subscript(sha: String) -> [Match] {
        guard let match = matches[sha] else { return [] }
        guard !further.isEmpty, let further = further[sha] else { return [match] }
        return [match] + further
    }

    private mutating func add(_ sha: String?, _ position: Int, _ basis: DeploymentLink.Basis) {
        guard let sha else { return }
        let match = (Int32(position), basis)
        if matches[sha] == nil { matches[sha] = match } else { further[sha, default: []].append(match) }
    }
}
