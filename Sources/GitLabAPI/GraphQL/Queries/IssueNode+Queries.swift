public import Foundation
public import GitLabVocabulary

extension GraphQLQuery where Answer == PathAnswer<ProjectList<IssueNode>> {
    /// A page of a project's issues with all that hangs on them, the longest untouched first. While they are read,
    /// one that is touched moves to the end; none is passed over.
    ///
    /// - Parameters:
    ///   - path: the project's full path.
    ///   - state: `nil` for all.
    ///   - first: how many, 1 to 100.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/#projectissues>
    public static func issues(
        in path: String, schema: GraphQLSchema, state: IssueState? = nil, updatedAfter: Date? = nil,
        updatedBefore: Date? = nil, first: Int = 50, after: String? = nil
    ) -> Self {
        ListQuery(
            operationName: "Issues", field: "issues",
            arguments: """
                state: $state, updatedAfter: $updatedAfter, updatedBefore: $updatedBefore, sort: UPDATED_ASC
                """,
            declarations: "$state: IssuableState, $updatedAfter: Time, $updatedBefore: Time",
            selection: IssueNode.selection(schema)
        ).query(
            in: path, first: first, after: after,
            variables: [
                "state": GraphQLValue(state?.rawValue), "updatedAfter": GraphQLValue(updatedAfter),
                "updatedBefore": GraphQLValue(updatedBefore),
            ])
    }

    /// Issues of a project by their numbers, at most 100, with all that hangs on them.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/#projectissues>
    public static func issues(_ iids: [IssueIID], in path: String, schema: GraphQLSchema) -> Self {
        ListQuery(
            operationName: "IssuesByNumber", field: "issues", arguments: "iids: $iids",
            declarations: "$iids: [String!]", selection: IssueNode.selection(schema)
        ).query(
            in: path, first: max(iids.count, 1), after: nil,
            variables: ["iids": .list(iids.map { .string($0.description) })])
    }
}
