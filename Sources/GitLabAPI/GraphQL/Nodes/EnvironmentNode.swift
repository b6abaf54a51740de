public import Foundation
public import GitLabVocabulary

/// An environment as GraphQL shows one.
///
/// <https://docs.gitlab.com/api/graphql/reference/#environment>
public struct EnvironmentNode: Decodable, Hashable, Sendable {
    public let id: EnvironmentID
    public let name: String
    /// `nil` where GitLab tells none; see `hasTier`.
    public let tier: EnvironmentTier?
    public let state: EnvironmentState?
    public let createdAt: Date?
    public let updatedAt: Date?

    private enum CodingKeys: String, CodingKey { case id, name, tier, state, createdAt, updatedAt }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let global: GlobalID<EnvironmentID> = try fields.required(.id)
        id = global.id
        name = try fields.required(.name)
        tier = fields.text(.tier).map { EnvironmentTier(rawValue: $0.lowercased()) }
        state = fields.lenient(.state)
        createdAt = fields.lenient(.createdAt)
        updatedAt = fields.lenient(.updatedAt)
    }

    static func selection(_ schema: GraphQLSchema) -> String {
        "id name state \(schema.selection("tier", "createdAt", "updatedAt", on: "Environment"))"
    }
}

extension GraphQLQuery where Answer == PathAnswer<ProjectList<EnvironmentNode>> {
    /// A page of a project's environments.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/#projectenvironments>
    public static func environments(
        in path: String, schema: GraphQLSchema, first: Int = 100, after: String? = nil
    ) -> Self {
        ListQuery(
            operationName: "Environments", field: "environments", arguments: "", declarations: "",
            selection: EnvironmentNode.selection(schema)
        ).query(in: path, first: first, after: after, variables: [:])
    }
}
