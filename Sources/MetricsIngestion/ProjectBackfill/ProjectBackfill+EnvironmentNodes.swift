import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension ProjectBackfill {
    /// By GraphQL: all environments, whatever their state.
    func readEnvironmentNodes(_ graphQL: GraphQLReader) async throws -> Extent {
        var cursor: String?
        var began: ReadStart?
        repeat {
            let answer = try await graphQL.page(startingWith: 100) { first in
                .environments(
                    in: project.pathWithNamespace, schema: graphQL.schema, first: first, after: cursor)
            }
            let context = context(answer.began)
            log.count(answer.value.nodes.count, skipped: answer.value.skipped.count, of: .environment)
            try await merge(RecordSet(answer.value.nodes.map { $0.record(context) }))
            cursor = answer.value.next
            began = began ?? answer.began
        } while cursor != nil
        return Extent(since: .distantPast, until: began?.earliest ?? self.began.earliest)
    }

    /// By GraphQL alone: the finished deployments of production environments, and what they carry.
    func readDeploymentNodes(_ graphQL: GraphQLReader) async throws -> Extent {
        let began = ReadStart(milliseconds: reader.time.now.milliseconds)
        for environment in try await productionEnvironments() {
            var hasBefore = false
            try await readDeploymentNodes(in: environment, back: plan.since, graphQL) { nodes in
                // What finished since, and the last success before, from which the first of them took over.
                nodes.filter { node in
                    guard Instant(node.updatedAt) < plan.since else { return true }
                    guard !hasBefore, node.status == .success else { return false }
                    hasBefore = true
                    return true
                }
            }
        }
        try await readCarriedMergeRequests(since: plan.since)
        return Extent(since: plan.since, until: began.earliest)
    }
}
