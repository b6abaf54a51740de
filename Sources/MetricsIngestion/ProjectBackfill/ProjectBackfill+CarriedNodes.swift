import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    private typealias Carried = PathAnswer<NamedAnswers<GraphQLConnection<IdentifiedNode<MergeRequestID>>>>

    /// By GraphQL, many deployments in one query: which merge requests they carry, and those of them that are not
    /// stored.
    ///
    /// - Returns: the deployments that are left to REST: all where GraphQL cannot tell.
    func readCarriedNodes(_ keys: [DeploymentKey]) async throws -> [DeploymentKey] {
        guard let graphQL, !keys.isEmpty, log.entries.fallbacks[.mergeRequest] == nil,
            graphQL.schema.has(argument: "deploymentId", of: "mergeRequests", on: "Project")
        else { return keys }
        var left: [DeploymentKey] = []
        var rest = keys[...]
        do {
            while !rest.isEmpty {
                let chunk = Array(rest.prefix(graphQL.deploymentsAtOnce))
                do {
                    left += try await readCarriedNodes(chunk, graphQL)
                    rest = rest.dropFirst(chunk.count)
                } catch let error as GitLabError where error.asksForLess && chunk.count > 1 {
                    graphQL.shrinkDeployments(from: chunk.count)
                }
            }
        } catch let error as GitLabError where way == .mixed && error.leavesREST {
            log.fallBack(.deployment, error)
        }
        return left + rest
    }

    private func readCarriedNodes(
        _ keys: [DeploymentKey], _ graphQL: GraphQLReader
    ) async throws -> [DeploymentKey] {
        let answer = try await graphQL.project(
            GraphQLQuery<Carried>.mergeRequests(
                of: keys.map { DeploymentID(rawValue: Int($0.id)) }, in: project.pathWithNamespace))
        let lists = answer.value.contents
        try await readUnknown(lists.values.flatMap(\.nodes), graphQL)
        var listings = RecordSet()
        var left: [DeploymentKey] = []
        for key in keys {
            guard let list = lists["d\(key.id)"], list.next == nil, list.skipped.isEmpty else {
                left.append(key)
                continue
            }
            let ids = list.nodes.map { Int64($0.id.rawValue) }.sorted()
            listings.insert(
                listing(of: .mergeRequest, in: .deployment(key), .ids(ids), answer.began))
            log.count(ids.count, of: .mergeRequest)
        }
        // After the merge requests: a list without them would never be asked for again.
        try await merge(listings)
        return left
    }

    /// Reads those that are not stored; what changes on the others comes with the list of changes.
    private func readUnknown(
        _ nodes: [IdentifiedNode<MergeRequestID>], _ graphQL: GraphQLReader
    ) async throws {
        guard wants(.mergeRequest), !nodes.isEmpty else { return }
        let ids = Dictionary(
            nodes.map { (MergeRequestKey(plan.instance, $0.id.rawValue), $0.iid) }, uniquingKeysWith: min)
        let known = try await stored(
            [.mergeRequest], of: Set(ids.keys.map { .mergeRequest($0) })
        ).mergeRequests
        let unknown = ids.filter { known[$0.key]?.summary == nil }.map(\.value).sorted()
        try await readMergeRequestNodes(unknown.map { MergeRequestIID(rawValue: $0) }, graphQL)
    }
}

extension GraphQLReader {
    private static let deployments = "DeployedMergeRequests"

    /// How many deployments' merge requests fit into one query.
    var deploymentsAtOnce: Int { sizes.rows(Self.deployments, startingWith: 14) }

    func shrinkDeployments(from count: Int) { _ = sizes.shrink(Self.deployments, from: count) }
}
