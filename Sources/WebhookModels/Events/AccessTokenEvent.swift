public import Foundation
public import GitLabVocabulary

/// An access token of a project or group is about to expire: in 7 days, and if asked for in 30 and 60.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#project-and-group-access-token-events>
public struct AccessTokenEvent: Codable, Hashable, Sendable {
    /// A token, without its value.
    public struct Token: Codable, Hashable, Sendable {
        /// The bot user the token acts as.
        public let userID: UserID?
        public let createdAt: Date?
        public let id: AccessTokenID
        public let name: String?
        /// Midnight UTC of that day.
        public let expiresAt: Date?
        /// `nil` if it never was; missing in old versions.
        public let lastUsedAt: Date?

        private enum CodingKeys: String, CodingKey {
            case userID = "user_id"
            case createdAt = "created_at"
            case id
            case name
            case expiresAt = "expires_at"
            case lastUsedAt = "last_used_at"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            userID = fields.lenient(.userID)
            createdAt = fields.lenient(.createdAt)
            id = try fields.required(.id)
            name = fields.text(.name)
            expiresAt = fields.lenient(.expiresAt)
            lastUsedAt = fields.lenient(.lastUsedAt)
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

extension AccessTokenEvent: EventPayload {
    var projectID: ProjectID? { project?.id }
    var projectPath: String? { project?.path }
    var groupID: GroupID? { group?.id }
    var subject: String? { "access_token/\(token.id)" }
}
