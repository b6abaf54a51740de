public import Foundation
public import GitLabVocabulary

/// A deploy token is about to expire (GitLab 18.4): in 7 days, and if asked for in 30 and 60.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/>
public struct DeployTokenEvent: Codable, Hashable, Sendable {
    /// A token, without its value.
    public struct Token: Codable, Hashable, Sendable {
        public let id: DeployTokenID
        public let name: String?
        public let expiresAt: Date?
        public let createdAt: Date?
        public let isRevoked: Bool?
        /// `project_type` or `group_type`.
        public let type: String?

        private enum CodingKeys: String, CodingKey {
            case id
            case name
            case expiresAt = "expires_at"
            case createdAt = "created_at"
            case isRevoked = "revoked"
            case type = "deploy_token_type"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = try fields.required(.id)
            name = fields.text(.name)
            expiresAt = fields.lenient(.expiresAt)
            createdAt = fields.lenient(.createdAt)
            isRevoked = fields.flag(.isRevoked)
            type = fields.text(.type)
        }
    }

    /// `nil` for a token of a group.
    public let project: WebhookProject?
    /// `nil` for a token of a project.
    public let group: WebhookGroup?
    /// `object_attributes`.
    public let token: Token

    private enum CodingKeys: String, CodingKey {
        case project
        case group
        case token = "object_attributes"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        project = fields.lenient(.project)
        group = fields.lenient(.group)
        token = try fields.required(.token)
    }
}

extension DeployTokenEvent: EventPayload {
    var projectID: ProjectID? { project?.id }
    var projectPath: String? { project?.path }
    var groupID: GroupID? { group?.id }
    var subject: String? { "deploy_token/\(token.id)" }
}
