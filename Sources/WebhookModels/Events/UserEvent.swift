public import Foundation
public import GitLabVocabulary

/// An account was created, destroyed or renamed, or a blocked one tried to sign in; told by hooks of the instance.
///
/// <https://docs.gitlab.com/administration/system_hooks/>
public struct UserEvent: Codable, Hashable, Sendable {
    /// What happened to the account. An open set: values this version does not know decode too.
    public struct Name: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let created = Self(rawValue: "user_create")
        public static let destroyed = Self(rawValue: "user_destroy")
        /// Got another username; the paths of the user's own projects change with it.
        public static let renamed = Self(rawValue: "user_rename")
        /// A blocked account tried to sign in.
        public static let failedToSignIn = Self(rawValue: "user_failed_login")
    }

    public let createdAt: Date?
    /// It does not move when the account is destroyed.
    public let updatedAt: Date?
    /// `event_name`.
    public let event: Name
    public let name: String?
    public let username: String?
    public let id: UserID
    /// `nil` unless renamed.
    public let oldUsername: String?
    /// `blocked` or `ldap_blocked`; told of failed sign-ins only.
    public let state: UserState?

    private enum CodingKeys: String, CodingKey {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case event = "event_name"
        case name
        case username
        case id = "user_id"
        case oldUsername = "old_username"
        case state
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        createdAt = fields.lenient(.createdAt)
        updatedAt = fields.lenient(.updatedAt)
        event = try fields.required(.event)
        name = fields.text(.name)
        username = fields.text(.username)
        id = try fields.required(.id)
        oldUsername = fields.text(.oldUsername)
        state = fields.lenient(.state)
    }

    /// When it was created or renamed; GitLab does not tell when one is destroyed or refused.
    public var happenedAt: Date? {
        switch event {
        case .created: createdAt
        case .renamed: updatedAt
        default: nil
        }
    }
}

extension UserEvent: EventPayload {
    var action: WebhookAction? { WebhookAction(rawValue: event.rawValue) }
    var subject: String? { "user/\(id)" }
}
