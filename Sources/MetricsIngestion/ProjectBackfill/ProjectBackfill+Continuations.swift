import GitLabAPI

extension ProjectBackfill {
    /// The merge requests with the further pages of what hangs on them.
    func completed(
        _ nodes: [MergeRequestNode], _ graphQL: GraphQLReader
    ) async throws -> [MergeRequestNode] {
        try await completed(nodes, \.children, { "m\($0.iid)" }, graphQL) { chunk in
            .continuations(
                ofMergeRequests: chunk.map { ($0.iid, $0.children) }, in: project.pathWithNamespace,
                schema: graphQL.schema)
        }
    }

    /// The issues with the further pages of what hangs on them.
    func completed(_ nodes: [IssueNode], _ graphQL: GraphQLReader) async throws -> [IssueNode] {
        try await completed(nodes, \.children, { "i\($0.iid)" }, graphQL) { chunk in
            .continuations(
                ofIssues: chunk.map { ($0.iid, $0.children) }, in: project.pathWithNamespace,
                schema: graphQL.schema)
        }
    }

    private typealias Continuations = PathAnswer<NamedAnswers<NoteableChildren>>

    /// - Parameter name: under which the answer holds a node's further pages.
    private func completed<Node>(
        _ nodes: [Node], _ children: WritableKeyPath<Node, NoteableChildren>, _ name: (Node) -> String,
        _ graphQL: GraphQLReader, _ query: ([Node]) -> GraphQLQuery<Continuations>
    ) async throws -> [Node] {
        var nodes = nodes
        while true {
            let cut = nodes.indices.filter { !nodes[$0][keyPath: children].isWhole }
            let chunk = cut.prefix(GraphQLQuery<Continuations>.continuationsAtOnce)
            guard !chunk.isEmpty else { return nodes }
            let answer = try await graphQL.project(query(chunk.map { nodes[$0] }))
            for index in chunk {
                // Gone meanwhile: what was read of it stays, and its absence shows in the next sweep.
                let later = answer.value.contents[name(nodes[index])] ?? NoteableChildren()
                nodes[index][keyPath: children].add(later)
            }
        }
    }
}
