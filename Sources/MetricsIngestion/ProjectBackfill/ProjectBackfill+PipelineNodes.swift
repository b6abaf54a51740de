import GitLabAPI
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
            let context = context(began)
            var records = RecordSet(nodes.map { $0.record(context) })
            records.insert(nodes.lazy.compactMap(\.user), context)
            try await merge(records)
            return true
        }
    }
}
