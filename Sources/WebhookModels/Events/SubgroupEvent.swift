public import Foundation
public import GitLabVocabulary

/// A group below the hook's was created or destroyed; told by hooks of groups. Moving one there is told by nothing.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#subgroup-events>
public struct SubgroupEvent: Codable, Hashable, Sendable {
    /// What happened to the group. An open set: values this version does not know decode too.
    public struct Name: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let created = Self(rawValue: "subgroup_create")
        public static let destroyed = Self(rawValue: "subgroup_destroy")
    }

    public let createdAt: Date?
    /// It does not move when the group is destroyed.
    public let updatedAt: Date?
    /// `event_name`.
    public let event: Name
    public let name: String?
    /// The last part of the path.
    public let path: String?
    /// With the groups above.
    public let fullPath: String?
    public let id: GroupID
    public let parentID: GroupID?
    /// Of the group above, with those above it.
    public let parentFullPath: String?

    private enum CodingKeys: String, CodingKey {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case event = "event_name"
        case name
        case path
        case fullPath = "full_path"
        case id = "group_id"
        case parentID = "parent_group_id"
        case parentFullPath = "parent_full_path"
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
        parentID = fields.lenient(.parentID)
        parentFullPath = fields.text(.parentFullPath)
    }

    /// When it was created; GitLab does not tell when one is destroyed.
    public var happenedAt: Date? { event == .created ? createdAt : nil }
}

extension SubgroupEvent: EventPayload {
    var groupID: GroupID? { id }
    var action: WebhookAction? { WebhookAction(rawValue: event.rawValue) }
    var subject: String? { "group/\(id)" }
}
