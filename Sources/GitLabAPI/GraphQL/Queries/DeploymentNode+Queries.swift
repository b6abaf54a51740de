extension GraphQLQuery where Answer == PathAnswer<EnvironmentDeployments> {
    /// A page of an environment's finished deployments, the last to finish first.
    ///
    /// - Parameters:
    ///   - environment: its name.
    ///   - path: the project's full path.
    ///   - first: how many, 1 to 100.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/#environmentdeployments>
    public static func deployments(
        to environment: String, in path: String, first: Int = 100, after: String? = nil
    ) -> Self {
        Self(
            "Deployments",
            """
            query Deployments($path: ID!, $environment: String!, $first: Int!, $after: String) { \
            queryComplexity { score limit } \
            found: project(fullPath: $path) { environment(name: $environment) { \
            deployments(first: $first, after: $after, statuses: [SUCCESS, FAILED, CANCELED], \
            orderBy: { finishedAt: DESC }) { \
            nodes { \(DeploymentNode.selection) } pageInfo { hasNextPage endCursor } } } } }
            """,
            variables: [
                "path": .string(path), "environment": .string(environment), "first": .int(first),
                "after": GraphQLValue(after),
            ], project: .path(path))
    }
}

/// A project, as far as the deployments of one environment go.
public struct EnvironmentDeployments: Decodable, Sendable {
    /// `nil` when the project has none of that name.
    public var environment: Environment?

    /// An environment and a page of its deployments.
    public struct Environment: Decodable, Sendable {
        public var deployments: GraphQLConnection<DeploymentNode>?
    }
}
