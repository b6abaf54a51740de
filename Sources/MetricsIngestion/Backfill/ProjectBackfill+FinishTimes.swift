import Foundation
import GitLabAPI
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// When production deployments finished, which REST does not tell: by GraphQL, newest first, back to the earliest
    /// of those whose finish is not known from there.
    ///
    /// Without them the job's finish stands, which is near; so a fault here loses nothing.
    func readFinishTimes(since: Instant, _ graphQL: GraphQLReader) async throws {
        guard graphQL.schema.has("deployments", on: "Environment"),
            log.entries.fallbacks[.deployment] == nil
        else { return }
        do {
            try await readUnknownFinishTimes(since: since, graphQL)
        } catch let error as GitLabError where way == .mixed && error.leavesREST {
            log.fallBack(.deployment, error)
        }
    }

    private func readUnknownFinishTimes(since: Instant, _ graphQL: GraphQLReader) async throws {
        for environment in try await productionEnvironments() {
            let untimed = try await stored([.deployment]).deployments.filter { deployment in
                deployment.origin?.value.environment == environment.id
                    && deployment.status?.value.isTerminal == true
                    && deployment.finish.map { $0.rank != .finishedAt && $0.value >= since } ?? false
            }
            guard let earliest = untimed.rows.compactMap({ $0.origin?.value.createdAt }).min() else {
                continue
            }
            try await readDeploymentNodes(in: environment, back: earliest, graphQL)
        }
    }

    /// The deployments of an environment that finished at that instant or later.
    func readDeploymentNodes(
        in environment: EnvironmentRecord, back earliest: Instant, _ graphQL: GraphQLReader
    ) async throws {
        guard let name = environment.name?.value else { return }
        var cursor: String?
        repeat {
            let answer = try await graphQL.sized(
                startingWith: 100,
                { .deployments(to: name, in: project.pathWithNamespace, first: $0, after: cursor) },
                { $0.environment?.deployments })
            let context = context(answer.began)
            let nodes = answer.value.nodes
            var records = RecordSet(nodes.map { $0.record(in: environment, context) })
            records.insert(nodes.lazy.compactMap(\.triggerer), context)
            try await merge(records)
            log.count(nodes.count, skipped: answer.value.skipped.count, of: .deployment)
            let reached = nodes.compactMap(\.finishedAt).min().map { Instant($0) < earliest } ?? false
            cursor = reached ? nil : answer.value.next
        } while cursor != nil
    }
}
