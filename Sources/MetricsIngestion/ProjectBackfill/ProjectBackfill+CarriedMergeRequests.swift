import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// Reads which merge requests each successful production deployment brought, and those merge requests, however
    /// old. GitLab links them some time after the deployment succeeded.
    ///
    /// What to ask for is decided by what is stored, so that nothing is forgotten when a run ends in between or an
    /// environment becomes production only later.
    func readCarriedMergeRequests(since: Instant) async throws {
        let known = try await stored([.deployment, .listing])
        let production = Set(try await productionEnvironments().map(\.id))
        let stale = known.deployments.filter { deployment in
            guard let status = deployment.status, status.value == .success,
                let environment = deployment.origin?.value.environment, production.contains(environment),
                status.stamp.updatedAt >= since.milliseconds
            else { return false }
            let listing = known.listing(of: .mergeRequest, in: deployment.reference)
            return !isSettled(status.stamp.updatedAt, read: listing?.began)
        }
        try await readMergeRequests(carriedBy: stale.rows.map(\.id).sorted())
    }

    /// Reads again what deployments carry that carried one of these: it is no longer among them.
    func readCarryingDeployments(of gone: [MergeRequestKey]) async throws {
        guard !gone.isEmpty, wants(.deployment) else { return }
        let ids = Set(gone.map(\.id))
        let carrying = try await stored([.listing]).listings.filter { listing in
            guard listing.id.subject.kind == .deployment, case .ids(let members) = listing.members else {
                return false
            }
            return !ids.isDisjoint(with: members)
        }
        let keys = carrying.rows.compactMap { Int64($0.id.subject.id) }
        try await readMergeRequests(carriedBy: keys.sorted().map { DeploymentKey(plan.instance, $0) })
    }

    func readMergeRequests(carriedBy keys: [DeploymentKey]) async throws {
        let left = try await readCarriedNodes(keys)
        if way != .graphQL { try await readRows(carriedBy: left) }
    }

    /// By REST, one request each.
    private func readRows(carriedBy keys: [DeploymentKey]) async throws {
        for start in stride(from: 0, to: keys.count, by: Self.deploymentsAtOnce) {
            let chunk = keys[start..<min(start + Self.deploymentsAtOnce, keys.count)]
            let listings = try await chunk.concurrentMap(atOnce: configuration.requestsPerProject) {
                ($0, try await mergeRequests(of: $0))
            }
            for (deployment, listing) in listings { try await merge(listing, of: deployment) }
        }
    }

    private func mergeRequests(
        of deployment: DeploymentKey
    ) async throws(GitLabError) -> CompleteListing<MergeRequest, MergeRequestID>.Result {
        let listing = CompleteListing(
            first: .mergeRequests(
                of: DeploymentID(rawValue: Int(deployment.id)), in: reference, perPage: configuration.pageSize
            ),
            id: { (row: MergeRequest) in row.id }, send: reader.pages())
        do {
            return try await listing.read()
        } catch {
            // One deployment that has gone meanwhile is no reason to stop.
            guard error.code == .notFound else { throw error }
            return .init(
                rows: [], began: ReadStart(milliseconds: reader.time.now.milliseconds), isComplete: false,
                skipped: 0)
        }
    }

    /// The merge requests before the list of them: a list without them would never be asked for again.
    private func merge(
        _ listing: CompleteListing<MergeRequest, MergeRequestID>.Result, of deployment: DeploymentKey
    ) async throws {
        if wants(.mergeRequest) {
            for start in stride(from: 0, to: listing.rows.count, by: configuration.pageSize) {
                let end = min(start + configuration.pageSize, listing.rows.count)
                try await merge(Array(listing.rows[start..<end]), read: listing.began)
            }
        }
        log.count(listing.rows.count, skipped: listing.skipped, of: .mergeRequest)
        guard listing.isComplete else { return }
        let ids = listing.rows.map { Int64($0.id.rawValue) }.sorted()
        try await merge(
            RecordSet([
                self.listing(of: .mergeRequest, in: .deployment(deployment), .ids(ids), listing.began)
            ]))
    }

    private static var deploymentsAtOnce: Int { 20 }
}
