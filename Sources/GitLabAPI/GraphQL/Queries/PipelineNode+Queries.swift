public import Foundation
public import GitLabVocabulary

extension GraphQLQuery where Answer == PathAnswer<ProjectList<PipelineNode>> {
    /// A page of a project's pipelines, the newest first. New ones come before the first page: a list read to its
    /// end holds all that were there when it began.
    ///
    /// - Parameters:
    ///   - path: the project's full path.
    ///   - first: how many, 1 to 100.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/#projectpipelines>
    public static func pipelines(
        in path: String, schema: GraphQLSchema, updatedAfter: Date? = nil, updatedBefore: Date? = nil,
        first: Int = 100, after: String? = nil
    ) -> Self {
        ListQuery(
            operationName: "Pipelines", field: "pipelines",
            arguments: "updatedAfter: $updatedAfter, updatedBefore: $updatedBefore",
            declarations: "$updatedAfter: Time, $updatedBefore: Time",
            selection: PipelineNode.selection(schema)
        ).query(
            in: path, first: first, after: after,
            variables: [
                "updatedAfter": GraphQLValue(updatedAfter), "updatedBefore": GraphQLValue(updatedBefore),
            ])
    }

    /// Pipelines of a project by their ids, at most 100; only where `schema` has the argument `ids`.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/#projectpipelines>
    public static func pipelines(_ ids: [PipelineID], in path: String, schema: GraphQLSchema) -> Self {
        ListQuery(
            operationName: "PipelinesByID", field: "pipelines", arguments: "ids: $ids",
            declarations: "$ids: [ID!]!", selection: PipelineNode.selection(schema)
        ).query(
            in: path, first: max(ids.count, 1), after: nil,
            variables: ["ids": .list(ids.map { .globalID("Ci::Pipeline", $0) })])
    }
}
