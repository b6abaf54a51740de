public import Foundation
public import GitLabVocabulary

extension GraphQLQuery where Answer == PathAnswer<ProjectList<MergeRequestNode>> {
    /// A page of a project's merge requests with all that hangs on them, the longest untouched first. While they
    /// are read, one that is touched moves to the end; none is passed over.
    ///
    /// - Parameters:
    ///   - path: the project's full path.
    ///   - state: `nil` for all.
    ///   - first: how many, 1 to 100.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/#projectmergerequests>
    public static func mergeRequests(
        in path: String, schema: GraphQLSchema, state: MergeRequestState? = nil, updatedAfter: Date? = nil,
        updatedBefore: Date? = nil, first: Int = 50, after: String? = nil
    ) -> Self {
        ListQuery(
            operationName: "MergeRequests", field: "mergeRequests",
            arguments: """
                state: $state, updatedAfter: $updatedAfter, updatedBefore: $updatedBefore, sort: UPDATED_ASC
                """,
            declarations: "$state: MergeRequestState, $updatedAfter: Time, $updatedBefore: Time",
            selection: MergeRequestNode.selection(schema)
        ).query(
            in: path, first: first, after: after,
            variables: [
                "state": GraphQLValue(state?.rawValue), "updatedAfter": GraphQLValue(updatedAfter),
                "updatedBefore": GraphQLValue(updatedBefore),
            ])
    }

    /// A page of the merge requests of all projects of a group and the groups below it, archived ones included, as
    /// for one project.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/#groupmergerequests>
    public static func mergeRequests(
        inGroup path: String, schema: GraphQLSchema, updatedAfter: Date? = nil, first: Int = 50,
        after: String? = nil
    ) -> Self {
        ListQuery(
            operationName: "GroupMergeRequests", field: "mergeRequests",
            arguments: """
                updatedAfter: $updatedAfter, includeSubgroups: true, includeArchived: true, sort: UPDATED_ASC
                """,
            declarations: "$updatedAfter: Time", selection: MergeRequestNode.selection(schema), root: "group"
        ).query(
            in: path, first: first, after: after, variables: ["updatedAfter": GraphQLValue(updatedAfter)])
    }

    /// Merge requests of a project by their numbers, at most 100, with all that hangs on them.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/#projectmergerequests>
    public static func mergeRequests(
        _ iids: [MergeRequestIID], in path: String, schema: GraphQLSchema
    ) -> Self {
        ListQuery(
            operationName: "MergeRequestsByNumber", field: "mergeRequests", arguments: "iids: $iids",
            declarations: "$iids: [String!]!", selection: MergeRequestNode.selection(schema)
        ).query(
            in: path, first: max(iids.count, 1), after: nil,
            variables: ["iids": .list(iids.map { .string($0.description) })])
    }
}

extension GraphQLQuery
where Answer == PathAnswer<NamedAnswers<GraphQLConnection<IdentifiedNode<MergeRequestID>>>> {
    /// Which merge requests deployments carry, for as many deployments as one query can hold
    /// (`GraphQLQuery.deploymentsAtOnce`). What a deployment of more than 100 leaves over, its list says.
    ///
    /// - Returns: a query whose lists are named `d` and the deployment's id.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/#projectmergerequests>
    public static func mergeRequests(of deployments: [DeploymentID], in path: String) -> Self {
        let lists = deployments.map { id in
            """
            d\(id): mergeRequests(deploymentId: "\(id)", first: 100) { nodes { id iid } \
            pageInfo { hasNextPage endCursor } }
            """
        }
        return Self(
            "DeployedMergeRequests",
            """
            query DeployedMergeRequests($path: ID!) { queryComplexity { score limit } \
            found: project(fullPath: $path) { \(lists.joined(separator: " ")) } }
            """,
            variables: ["path": .string(path)], project: .path(path))
    }
}
