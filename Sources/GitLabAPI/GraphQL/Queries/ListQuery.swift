import Foundation

/// One list of a project or group, asked for a page at a time.
struct ListQuery {
    /// What GitLab's logs call it.
    var operationName: String
    /// `mergeRequests`.
    var field: String
    /// The field's arguments besides those of paging: `sort: UPDATED_ASC, state: $state`.
    var arguments: String
    /// Their variables, as the operation declares them: `$state: MergeRequestState`.
    var declarations: String
    /// What is asked of each node.
    var selection: String
    /// Whose list it is: a `project`'s or a `group`'s.
    var root = "project"

    /// - Parameters:
    ///   - path: the full path.
    ///   - first: how many nodes, 1 to 100.
    ///   - after: where the page begins; `nil` for the first.
    func query<Node>(
        in path: String, first: Int, after: String?, variables: [String: GraphQLValue]
    ) -> GraphQLQuery<PathAnswer<ProjectList<Node>>> {
        let declarations = declarations.isEmpty ? "" : ", \(declarations)"
        let arguments = arguments.isEmpty ? "" : ", \(arguments)"
        return GraphQLQuery(
            operationName,
            """
            query \(operationName)($path: ID!, $first: Int!, $after: String\(declarations)) { \
            queryComplexity { score limit } \
            found: \(root)(fullPath: $path) { list: \(field)(first: $first, after: $after\(arguments)) { \
            nodes { \(selection) } pageInfo { hasNextPage endCursor } } } }
            """,
            variables: variables.merging(
                ["path": .string(path), "first": .int(first), "after": GraphQLValue(after)]
            ) { $1 },
            project: root == "project" ? .path(path) : nil)
    }
}

extension GraphQLValue {
    /// An instant, in UTC with whole seconds, as GraphQL itself writes them.
    init(_ date: Date?) { self = date.map { .string($0.ISO8601Format()) } ?? .null }
}
