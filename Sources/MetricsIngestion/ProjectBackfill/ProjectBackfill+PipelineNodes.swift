import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension ProjectBackfill {
    /// By GraphQL, which tells in its lists when a pipeline ran. What it was made for, old versions tell in REST only;
    /// its list then needs no pipeline read by itself.
    func readPipelineNodes(_ graphQL: GraphQLReader) async throws -> Extent {
        let list = RecordKind.pipeline.rawValue
        guard way == .mixed, !graphQL.schema.has("source", on: "Pipeline") else {
            return try await readPipelineNodes(list, graphQL)
        }
        _ = try await readPipelineNodes("\(list).times", graphQL)
        return try await readPipelineRows()
    }

    private func readPipelineNodes(_ name: String, _ graphQL: GraphQLReader) async throws -> Extent {
        let list = NodeList<PipelineNode>(
            name: name, kind: .pipeline,
            query: {
                [path = project.pathWithNamespace, schema = graphQL.schema] after, before, first, cursor in
                .pipelines(
                    in: path, schema: schema, updatedAfter: after, updatedBefore: before, first: first,
                    after: cursor)
            }, rows: 100)
        return try await read(list, graphQL) { nodes, began in
            try await merge(nodes, read: began)
            return true
        }
    }

    /// Reads pipelines by their ids, whenever they were read before.
    func readPipelineNodes(_ ids: [PipelineID], _ graphQL: GraphQLReader) async throws {
        for start in stride(from: 0, to: ids.count, by: 100) {
            let chunk = Array(ids[start..<min(start + 100, ids.count)])
            let answer = try await graphQL.project(
                .pipelines(chunk, in: project.pathWithNamespace, schema: graphQL.schema))
            let list = answer.value.list ?? GraphQLConnection(nodes: [])
            guard list.skipped.isEmpty else {
                throw GitLabError(.decoding, detail: "pipelines that are not what GitLab documents")
            }
            try await merge(list.nodes, read: answer.began)
            log.count(list.nodes.count, of: .pipeline)
        }
    }

    private func merge(_ nodes: [PipelineNode], read began: ReadStart) async throws {
        let context = context(began)
        var records = RecordSet(nodes.map { $0.record(context) })
        records.insert(nodes.lazy.compactMap(\.user), context)
        try await merge(records)
    }
}
