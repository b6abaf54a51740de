public import Foundation
public import GitLabVocabulary

/// A user's SSH key was added or removed; told by hooks of the instance. The key itself is not kept.
///
/// <https://docs.gitlab.com/administration/system_hooks/>
public struct KeyEvent: Codable, Hashable, Sendable {
    /// What happened to the key. An open set: values this version does not know decode too.
    public struct Name: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let created = Self(rawValue: "key_create")
        public static let destroyed = Self(rawValue: "key_destroy")
    }

    /// `event_name`.
    public let event: Name
    public let createdAt: Date?
    /// Whose key it is.
    public let username: String?
    public let id: KeyID

    private enum CodingKeys: String, CodingKey {
        case event = "event_name"
        case createdAt = "created_at"
        case username
        case id
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        event = try fields.required(.event)
        createdAt = fields.lenient(.createdAt)
        username = fields.text(.username)
        id = try fields.required(.id)
    }

    /// When it was added; GitLab does not tell when one is removed.
    public var happenedAt: Date? { event == .created ? createdAt : nil }
}

extension KeyEvent: EventPayload {
    var action: WebhookAction? { WebhookAction(rawValue: event.rawValue) }
    var subject: String? { "key/\(id)" }
}
