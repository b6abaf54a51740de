/// Which release first carried a commit: the earliest from whose commit it is reached.
struct ReleasedCommits {
    private var releases: [SHA: TicketDelivery] = [:]

    /// O(commits), none where nothing was released.
    init(among commits: Set<SHA>, in records: ProjectRecords) {
        guard !commits.isEmpty, !records.releases.isEmpty else { return }
        let dated = records.releases.filter { !$0.isGone }.compactMap { release in
            (release.sha?.value ?? nil).flatMap { sha in
                release.summary.map { summary in
                    (
                        sha: sha,
                        delivery: TicketDelivery(
                            release.reference, at: summary.value.releasedAt ?? summary.value.createdAt)
                    )
                }
            }
        }
        var graph = CommitGraph(of: records)
        for release in dated.sorted(by: {
            ($0.delivery.at, $0.delivery.record) < ($1.delivery.at, $1.delivery.record)
        }) {
            graph.visit(from: release.sha) { commit in
                if commits.contains(commit) { releases[commit] = release.delivery }
            }
        }
    }

    subscript(commit: SHA) -> TicketDelivery? { releases[commit] }
}
