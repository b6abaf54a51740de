import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// Reads deployments by their ids, then what they point to: environments nobody has seen, when they finished, and
    /// which merge requests they carry.
    ///
    /// - Returns: those to which GitLab may still link merge requests.
    func refreshDeployments(_ keys: [DeploymentKey]) async throws -> [DeploymentKey] {
        let sets = try await keys.concurrentMap(atOnce: configuration.requestsPerProject) {
            try await readDeployment($0)
        }
        var records = RecordSet()
        for set in sets { records.merge(set) }
        try await merge(records)
        let read = records[key].deployments
        let environments = Set(read.rows.compactMap { $0.origin?.value.environment })
        let known = try await stored([.environment]).environments
        if environments.contains(where: { known[$0]?.name == nil }) { _ = try await readEnvironments() }
        if let graphQL { try await readFinishTimes(graphQL) }
        let production = Set(try await productionEnvironments().map(\.id))
        let reached = read.rows.compactMap(\.success).filter { production.contains($0.environment) }
        try await readMergeRequests(carriedBy: reached.map(\.id).sorted())
        let listings = try await stored([.listing])
        return read.rows.filter { deployment in
            guard let status = deployment.status, reached.contains(where: { $0.id == deployment.id }),
                let listing = listings.listing(of: .mergeRequest, in: deployment.reference)
            else { return false }
            return !isSettled(status.stamp.updatedAt, read: listing.began)
        }.map(\.id)
    }

    /// Nothing when it is not there.
    private func readDeployment(_ key: DeploymentKey) async throws(GitLabError) -> RecordSet {
        do {
            let answer = try await reader.send(
                .deployment(DeploymentID(rawValue: Int(key.id)), in: reference))
            log.count(1, of: .deployment)
            return context(answer.began).records(of: [answer.value]) { $0.record(context(answer.began)) }
        } catch {
            guard error.code == .notFound else { throw error }
            return RecordSet()
        }
    }

    /// Reads pipelines by their ids, with their jobs where those are kept: many with one query where GraphQL finds them by
    /// id, else one by one.
    func refreshPipelines(_ ids: [PipelineID]) async throws {
        let extent = Extent(since: plan.since, until: began.earliest)
        _ = try await read(
            .pipeline,
            graphQL: { graphQL in
                let schema = graphQL.schema
                if schema.has(argument: "ids", of: "pipelines", on: "Project"),
                    schema.has("source", on: "Pipeline")
                {
                    try await readPipelineNodes(ids, graphQL)
                } else {
                    try await readPipelinesAlone(ids)
                }
                return extent
            },
            rest: {
                try await readPipelinesAlone(ids)
                return extent
            })
        guard wants(.job) else { return }
        try await counting(.job).readJobs(of: ids.map { PipelineKey(plan.instance, $0.rawValue) })
    }

    private func readPipelinesAlone(_ ids: [PipelineID]) async throws {
        let sets = try await ids.concurrentMap(atOnce: configuration.requestsPerProject) {
            try await readPipeline($0)
        }
        for set in sets where !set[key].pipelines.contains(where: \.isChild) { try await merge(set) }
    }
}

extension PipelineRecord {
    /// Child pipelines stand in no list of GitLab's, so none are kept.
    fileprivate var isChild: Bool { origin?.value.source == PipelineSource.parentPipeline.rawValue }
}
