/// Which merge requests each production deployment carries: GitLab's own lists first; for deployments without
/// one, the landed commits among those between it and the success before it. Scopes keep out what an environment does
/// not take.
struct DeploymentLinks {
    private(set) var links: [DeploymentLink] = []
    private let records: ProjectRecords
    private let timelines: MergeRequestTimelines
    private let history: DeploymentHistory

    init(
        of records: ProjectRecords, timelines: MergeRequestTimelines, history: DeploymentHistory,
        scopes: [EnvironmentScope]
    ) {
        self.records = records
        self.timelines = timelines
        self.history = history
        guard !history.successes.isEmpty, !timelines.timelines.isEmpty else { return }
        let unlisted = linkByListings()
        if unlisted.contains(true) { linkByCommits(unlisted) }
        if !scopes.isEmpty { keepWithin(scopes) }
        keepFirstPerEnvironment()
    }

    /// - Returns: for each success, whether GitLab's list is missing.
    private mutating func linkByListings() -> [Bool] {
        var unlisted = Array(repeating: true, count: history.successes.count)
        var positions: [Int64: Int32] = [:]
        for listing in records.listings where listing.id.children == .mergeRequest {
            guard listing.id.subject.kind == .deployment, let id = Int64(listing.id.subject.id),
                case .ids(let mergeRequests) = listing.members
            else { continue }
            if positions.isEmpty { positions = history.positionsByID }
            guard let deployment = positions[id] else { continue }
            unlisted[Int(deployment)] = false
            for mergeRequest in mergeRequests {
                guard let position = timelines.positions[mergeRequest] else { continue }
                links.append(
                    DeploymentLink(mergeRequest: position, deployment: deployment, basis: .listing))
            }
        }
        return unlisted
    }

    private mutating func linkByCommits(_ unlisted: [Bool]) {
        let landed = LandedCommits(of: records, timelines: timelines.timelines)
        guard !landed.isEmpty else { return }
        var graph = CommitGraph(of: records)
        let rows = records.deployments.rows
        for (index, success) in history.successes.enumerated() {
            if success.isFirst { graph.forget() }
            guard let sha = rows[Int(success.row)].origin?.value.sha else { continue }
            graph.visit(from: sha) { commit in
                guard unlisted[index] else { return }
                landed.forEach(landedAs: commit) { match in
                    links.append(
                        DeploymentLink(
                            mergeRequest: match.mergeRequest, deployment: Int32(index), basis: match.basis))
                }
            }
        }
    }

    private mutating func keepWithin(_ scopes: [EnvironmentScope]) {
        let labels = history.environments.map { scopes.labels(of: $0) }
        links.removeAll { link in
            guard let wanted = labels[Int(history.successes[Int(link.deployment)].environment)] else {
                return false
            }
            let row = Int(timelines.timelines[Int(link.mergeRequest)].row)
            return wanted.isDisjoint(with: records.mergeRequests.rows[row].summary?.value.labels ?? [])
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
