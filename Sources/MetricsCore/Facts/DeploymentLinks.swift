/// Which merge requests each production deployment carries: GitLab's own lists first; for deployments without
/// one, the landed commits among those between it and the success before it.
struct DeploymentLinks {
    private(set) var links: [DeploymentLink] = []
    private let records: ProjectRecords
    private let timelines: MergeRequestTimelines
    private let history: DeploymentHistory

    init(of records: ProjectRecords, timelines: MergeRequestTimelines, history: DeploymentHistory) {
        self.records = records
        self.timelines = timelines
        self.history = history
        guard !history.successes.isEmpty, !timelines.timelines.isEmpty else { return }
        let unlisted = linkByListings()
        if unlisted.contains(true) { linkByCommits(unlisted) }
        keepFirstPerEnvironment()
    }

    /// - Returns: for each success, whether GitLab's list is missing.
    private mutating func linkByListings() -> [Bool] {
        var unlisted = Array(repeating: true, count: history.successes.count)
        let isListed = records.listings.contains { $0.id.children == .mergeRequest }
        guard isListed else { return unlisted }
        for (index, success) in history.successes.enumerated() {
            let reference = records.deployments.rows[Int(success.row)].reference
            guard case .ids(let ids) = records.listing(of: .mergeRequest, in: reference)?.members else {
                continue
            }
            unlisted[index] = false
            for id in ids {
                guard let position = timelines.positions[id] else { continue }
                links.append(
                    DeploymentLink(mergeRequest: position, deployment: Int32(index), basis: .listing))
            }
        }
        return unlisted
    }

    private mutating func linkByCommits(_ unlisted: [Bool]) {
        let landed = LandedCommits(of: records, timelines: timelines)
        guard !landed.isEmpty else { return }
        var graph = CommitGraph(of: records)
        let rows = records.deployments.rows
        for (index, success) in history.successes.enumerated() {
            if success.isFirst { graph.forget() }
            guard let sha = rows[Int(success.row)].origin?.value.sha else { continue }
            for commit in graph.visit(from: sha) where unlisted[index] {
                guard let found = landed[commit] else { continue }
                for match in found {
                    links.append(
                        DeploymentLink(
                            mergeRequest: match.mergeRequest, deployment: Int32(index), basis: match.basis))
                }
            }
        }
    }

    /// A listed link beats one by commits; among equals the earliest deployment counts.
    private mutating func keepFirstPerEnvironment() {
        let successes = history.successes
        func precedes(_ lhs: DeploymentLink, _ rhs: DeploymentLink) -> Bool {
            let environments = (
                successes[Int(lhs.deployment)].environment, successes[Int(rhs.deployment)].environment
            )
            if environments.0 != environments.1 { return environments.0 < environments.1 }
            if lhs.mergeRequest != rhs.mergeRequest { return lhs.mergeRequest < rhs.mergeRequest }
            let listed = (lhs.basis == .listing, rhs.basis == .listing)
            if listed.0 != listed.1 { return listed.0 }
            return (lhs.deployment, lhs.basis.rawValue) < (rhs.deployment, rhs.basis.rawValue)
        }
        links.sort(by: precedes)
        var kept = 0
        for index in links.indices {
            if kept > 0, links[kept - 1].mergeRequest == links[index].mergeRequest,
                successes[Int(links[kept - 1].deployment)].environment
                    == successes[Int(links[index].deployment)].environment
            {
                continue
            }
            links[kept] = links[index]
            kept += 1
        }
        links.removeSubrange(kept...)
    }
}
