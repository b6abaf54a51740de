import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension ProjectBackfill {
    /// By GraphQL: what changed since and all that is open, each with its comments, system notes and time logs.
    func readIssueNodes(_ graphQL: GraphQLReader) async throws -> Extent {
        let merge: @Sendable ([IssueNode], ReadStart) async throws -> Bool = {
            try await self.merge($0, read: $1, graphQL)
        }
        try await readOnce(
            issueNodes(
                "\(RecordKind.issue.rawValue).open", graphQL, state: .opened, before: plan.since.date),
            graphQL, merging: merge)
        return try await read(issueNodes(RecordKind.issue.rawValue, graphQL), graphQL, merging: merge)
    }

    private func issueNodes(
        _ name: String, _ graphQL: GraphQLReader, state: IssueState? = nil, before: Date? = nil
    ) -> NodeList<IssueNode> {
        NodeList(
            name: name, kind: .issue,
            query: {
                [path = project.pathWithNamespace, schema = graphQL.schema] after, before, first, cursor in
                .issues(
                    in: path, schema: schema, state: state, updatedAfter: after, updatedBefore: before,
                    first: first, after: cursor)
            }, instant: { $0.updatedAt.milliseconds }, before: before)
    }

    /// Reads issues by their numbers, with what hangs on them. Those that are not shown are gone.
    func readIssueNodes(_ iids: [IssueIID], _ graphQL: GraphQLReader) async throws {
        for start in stride(from: 0, to: iids.count, by: 40) {
            let chunk = Array(iids[start..<min(start + 40, iids.count)])
            let answer = try await graphQL.project(
                .issues(chunk, in: project.pathWithNamespace, schema: graphQL.schema))
            let list = answer.value.list ?? GraphQLConnection(nodes: [])
            let isWhole = try await merge(list.nodes, read: answer.began, graphQL)
            guard isWhole, list.skipped.isEmpty else {
                throw GitLabError(.decoding, detail: "issues that are not what GitLab documents")
            }
            try await bury(Set(chunk).subtracting(list.nodes.map(\.iid)), at: answer.began)
        }
    }

    /// Merges a page of issues with all that hangs on them, and with who closed them, which only REST tells.
    private func merge(
        _ nodes: [IssueNode], read began: ReadStart, _ graphQL: GraphQLReader
    ) async throws -> Bool {
        guard !nodes.isEmpty else { return true }
        let nodes = try await completed(nodes, graphQL)
        let context = context(began)
        var records = RecordSet(nodes.map { $0.record(context) })
        let children = nodes.map { (RecordReference.issue(context.key($0.id)), $0.children) }
        records.merge(
            try await self.records(of: Dictionary(children, uniquingKeysWith: { $1 }), context))
        records.insert(nodes.lazy.flatMap(\.users), context)
        var isWhole = nodes.allSatisfy(\.isUnderstood)
        if way == .mixed {
            let rest = try await restRows(of: nodes)
            records.merge(rest.records)
            isWhole = isWhole && rest.isWhole
        }
        try await merge(records)
        return isWhole
    }

    private func restRows(of nodes: [IssueNode]) async throws -> (records: RecordSet, isWhole: Bool) {
        let iids = nodes.filter { $0.state == .closed }.map(\.iid)
        guard !iids.isEmpty else { return (RecordSet(), true) }
        let answer = try await reader.send(.issues(in: reference, iids: iids, perPage: 100))
        let context = context(answer.began)
        let records = context.records(of: answer.value.elements) { $0.record(context) }
        return (records, answer.value.skipped.isEmpty)
    }
}
