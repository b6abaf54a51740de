import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension ProjectBackfill {
    /// By GraphQL: what changed since, whatever its state, and all that is open, each with what hangs on it.
    func readMergeRequestNodes(_ graphQL: GraphQLReader) async throws -> Extent {
        let merge: @Sendable ([MergeRequestNode], ReadStart) async throws -> Bool = {
            try await self.merge($0, read: $1, graphQL)
        }
        try await readOnce(
            mergeRequestNodes(
                "\(RecordKind.mergeRequest.rawValue).open", graphQL, state: .opened, before: plan.since.date),
            graphQL, merging: merge)
        return try await read(
            mergeRequestNodes(RecordKind.mergeRequest.rawValue, graphQL), graphQL, merging: merge)
    }

    private func mergeRequestNodes(
        _ name: String, _ graphQL: GraphQLReader, state: MergeRequestState? = nil, before: Date? = nil
    ) -> NodeList<MergeRequestNode> {
        NodeList(
            name: name, kind: .mergeRequest,
            query: {
                [path = project.pathWithNamespace, schema = graphQL.schema] after, before, first, cursor in
                .mergeRequests(
                    in: path, schema: schema, state: state, updatedAfter: after, updatedBefore: before,
                    first: first, after: cursor)
            }, instant: { $0.updatedAt.milliseconds }, before: before)
    }

    /// Reads merge requests by their numbers, with what hangs on them. Those that are not shown are gone.
    func readMergeRequestNodes(_ iids: [MergeRequestIID], _ graphQL: GraphQLReader) async throws {
        for start in stride(from: 0, to: iids.count, by: Self.nodesAtOnce) {
            let chunk = Array(iids[start..<min(start + Self.nodesAtOnce, iids.count)])
            let answer = try await graphQL.project(
                .mergeRequests(chunk, in: project.pathWithNamespace, schema: graphQL.schema))
            let list = answer.value.list ?? GraphQLConnection(nodes: [])
            let isWhole = try await merge(list.nodes, read: answer.began, graphQL)
            guard isWhole, list.skipped.isEmpty else {
                throw GitLabError(.decoding, detail: "merge requests that are not what GitLab documents")
            }
            try await bury(Set(chunk).subtracting(list.nodes.map(\.iid)), at: answer.began)
        }
    }

    /// Merges a page of merge requests with all that hangs on them, and with what only REST tells.
    ///
    /// - Parameter asksREST: `false` when that comes otherwise.
    func merge(
        _ nodes: [MergeRequestNode], read began: ReadStart, _ graphQL: GraphQLReader, asksREST: Bool = true
    ) async throws -> Bool {
        guard !nodes.isEmpty else { return true }
        let nodes = try await completed(nodes, graphQL)
        let context = context(began)
        var records = RecordSet(nodes.map { $0.record(context) })
        if wants(.approvals) {
            for approvals in nodes.lazy.compactMap({ $0.approvals(context) }) {
                records.insert(approvals)
                log.count(1, of: .approvals)
            }
        }
        let children = nodes.map { (RecordReference.mergeRequest(context.key($0.id)), $0.children) }
        records.merge(
            try await self.records(of: Dictionary(children, uniquingKeysWith: { $1 }), context))
        records.insert(nodes.lazy.flatMap(\.users), context)
        var isWhole = nodes.allSatisfy(\.isUnderstood)
        if way == .mixed, asksREST {
            let rest = try await restRows(of: nodes)
            records.merge(rest.records)
            isWhole = isWhole && rest.isWhole
        }
        try await merge(records)
        return isWhole
    }

    /// Squash commits and who closed, for those that have either: only REST tells.
    private func restRows(of nodes: [MergeRequestNode]) async throws -> (records: RecordSet, isWhole: Bool) {
        let iids = nodes.filter { $0.state == .merged || $0.state == .closed }.map(\.iid)
        guard !iids.isEmpty else { return (RecordSet(), true) }
        let answer = try await reader.send(
            .mergeRequests(in: reference, matching: MergeRequestFilter(iids: iids), perPage: 100))
        let context = context(answer.began)
        let records = context.records(of: answer.value.elements) { $0.record(context) }
        return (records, answer.value.skipped.isEmpty)
    }

    /// As many as fit into one query whatever the instance's limit.
    private static var nodesAtOnce: Int { 40 }
}
