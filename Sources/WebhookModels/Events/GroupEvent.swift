public import Foundation
public import GitLabVocabulary

/// A group was created, destroyed or renamed; told by hooks of the instance only. Renaming one moves all projects below
/// it.
///
/// <https://docs.gitlab.com/administration/system_hooks/>
public struct GroupEvent: Codable, Hashable, Sendable {
    /// What happened to the group. An open set: values this version does not know decode too.
    public struct Name: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let created = Self(rawValue: "group_create")
        public static let destroyed = Self(rawValue: "group_destroy")
        public static let renamed = Self(rawValue: "group_rename")
    }

    /// `event_name`.
    public let event: Name
    public let createdAt: Date?
    /// It does not move when the group is destroyed.
    public let updatedAt: Date?
    public let name: String?
    /// The last part of the path.
    public let path: String?
    /// With the groups above; told of renames only.
    public let fullPath: String?
    public let id: GroupID
    /// With the groups above; `nil` unless renamed.
    public let oldFullPath: String?

    private enum CodingKeys: String, CodingKey {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case event = "event_name"
        case name
        case path
        case fullPath = "full_path"
        case id = "group_id"
        case oldFullPath = "old_full_path"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        createdAt = fields.lenient(.createdAt)
        updatedAt = fields.lenient(.updatedAt)
        event = try fields.required(.event)
        name = fields.text(.name)
        path = fields.text(.path)
        fullPath = fields.text(.fullPath)
        id = try fields.required(.id)
        oldFullPath = fields.text(.oldFullPath)
    }

    /// When it was created or renamed; GitLab does not tell when one is destroyed.
    public var happenedAt: Date? {
        switch event {
        case .created: createdAt
        case .renamed: updatedAt
        default: nil
        }
    }
}

extension GroupEvent: EventPayload {
    var groupID: GroupID? { id }
    var action: WebhookAction? { WebhookAction(rawValue: event.rawValue) }
    var subject: String? { "group/\(id)" }
}
