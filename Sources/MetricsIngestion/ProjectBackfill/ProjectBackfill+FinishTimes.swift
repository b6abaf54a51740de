import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// When production deployments finished, which REST does not tell: by GraphQL, newest first, back to the earliest
    /// of those whose finish is not known from there.
    ///
    /// Without them the job's finish stands, which is near; so a fault here loses nothing.
    func readFinishTimes(_ graphQL: GraphQLReader) async throws {
        guard graphQL.schema.has("deployments", on: "Environment"),
            log.entries.fallbacks[.deployment] == nil
        else { return }
        do {
            try await readUnknownFinishTimes(graphQL)
        } catch let error as GitLabError where way == .mixed && error.leavesREST {
            log.fallBack(.deployment, error)
        }
    }

    private func readUnknownFinishTimes(_ graphQL: GraphQLReader) async throws {
        for environment in try await productionEnvironments() {
            let untimed = try await stored([.deployment]).deployments.filter { deployment in
                deployment.origin?.value.environment == environment.id
                    && deployment.status.map { $0.value.isTerminal && $0.value != .skipped } ?? false
                    && deployment.finish.map { $0.rank != .finishedAt } ?? false
            }
            guard let earliest = untimed.rows.compactMap({ $0.origin?.value.createdAt }).min() else {
                continue
            }
            let ids = Set(untimed.rows.map(\.id))
            try await readDeploymentNodes(in: environment, back: earliest, graphQL) { nodes in
                nodes.filter { ids.contains(DeploymentKey(plan.instance, $0.id.rawValue)) }
            }
        }
    }

    /// The deployments of an environment that finished at that instant or later, and those of the same pages that
    /// finished before.
    ///
    /// - Parameter choosing: which of a page's are kept.
    func readDeploymentNodes(
        in environment: EnvironmentRecord, back earliest: Instant, _ graphQL: GraphQLReader,
        choosing: ([DeploymentNode]) -> [DeploymentNode]
    ) async throws {
        guard let name = environment.name?.value else { return }
        var cursor: String?
        repeat {
            let answer = try await graphQL.sized(
                startingWith: 100,
                { .deployments(to: name, in: project.pathWithNamespace, first: $0, after: cursor) },
                { $0.environment?.deployments })
            let context = context(answer.began)
            let nodes = choosing(answer.value.nodes)
            var records = RecordSet(nodes.map { $0.record(in: environment, context) })
            records.insert(nodes.lazy.compactMap(\.triggerer), context)
            try await merge(records)
            log.count(nodes.count, skipped: answer.value.skipped.count, of: .deployment)
            let reached =
                answer.value.nodes.compactMap(\.finishedAt).min().map { Instant($0) < earliest } ?? false
            cursor = reached ? nil : answer.value.next
        } while cursor != nil
    }
}
