/// Merged merge requests by the commits they landed as: the merge commit, else the squash commit, else the head; and
/// the commits picked from those.
struct LandedCommits {
    typealias Match = (mergeRequest: Int32, basis: DeploymentLink.Basis)

    /// A commit lands one merge request, as a rule; the rest stand apart.
    private var matches: [SHA: Match] = [:]
    private var further: [SHA: [Match]] = [:]

    init(of records: ProjectRecords, timelines: [MergeRequestTimeline]) {
        let rows = records.mergeRequests.rows
        matches.reserveCapacity(timelines.count)
        for (position, timeline) in timelines.enumerated() where timeline.merged != nil {
            let row = Int(timeline.row)
            if let sha = rows[row].mergeCommitSHA?.value {
                add(SHA(sha), (Int32(position), .mergeCommit))
            } else if let sha = rows[row].squashCommitSHA?.value {
                add(SHA(sha), (Int32(position), .squashCommit))
            } else if let sha = rows[row].headSHA?.value {
                add(SHA(sha), (Int32(position), .headCommit))
            }
        }
        if !isEmpty { addPicks(from: records.commits.rows) }
    }

    var isEmpty: Bool { matches.isEmpty }

    /// Calls the body for each merge request that landed as that commit.
    func forEach(landedAs sha: SHA, _ body: (Match) -> Void) {
        guard let match = matches[sha] else { return }
        body(match)
        if !further.isEmpty { further[sha]?.forEach(body) }
    }

    private mutating func add(_ sha: SHA, _ match: Match) {
        if matches[sha] == nil { matches[sha] = match } else { further[sha, default: []].append(match) }
    }

    /// All are found before any is added, so that a pick of a pick does not depend on which is met first.
    private mutating func addPicks(from commits: [CommitRecord]) {
        var picks: [(SHA, Match)] = []
        for row in commits.indices {
            guard let original = commits[row].facts.value.cherryPicked else { continue }
            let pick = SHA(commits[row].id.sha)
            forEach(landedAs: SHA(original)) { picks.append((pick, ($0.mergeRequest, .cherryPick))) }
        }
        for (pick, match) in picks { add(pick, match) }
    }
}
