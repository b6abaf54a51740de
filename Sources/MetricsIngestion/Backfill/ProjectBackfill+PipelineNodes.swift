import GitLabAPI
import MetricsCore

extension ProjectBackfill {
    /// By GraphQL, which tells in its lists when a pipeline ran.
    func readPipelineNodes(_ graphQL: GraphQLReader) async throws -> Extent {
        let list = NodeList<PipelineNode>(
            name: RecordKind.pipeline.rawValue, kind: .pipeline,
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
        }
    }
}
