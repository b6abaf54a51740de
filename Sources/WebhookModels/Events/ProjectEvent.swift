public import Foundation
public import GitLabVocabulary

/// A project was created, destroyed, renamed, moved or changed. Hooks of groups tell only the first two. Renaming a
/// group above moves its projects without such an event.
///
/// <https://docs.gitlab.com/administration/system_hooks/>
public struct ProjectEvent: Codable, Hashable, Sendable {
    /// What happened to the project. An open set: values this version does not know decode too.
    public struct Name: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let created = Self(rawValue: "project_create")
        public static let destroyed = Self(rawValue: "project_destroy")
        /// Got another path within its group.
        public static let renamed = Self(rawValue: "project_rename")
        /// Moved to another group or user.
        public static let transferred = Self(rawValue: "project_transfer")
        /// Changed in anything but its path.
        public static let updated = Self(rawValue: "project_update")
    }

    /// `event_name`.
    public let event: Name
    public let createdAt: Date?
    /// It does not move when the project is destroyed.
    public let updatedAt: Date?
    /// What the project is called now.
    public let name: String?
    /// `my-group/my-project`, as it is now.
    public let path: String
    public let projectID: ProjectID?
    public let namespaceID: NamespaceID?
    public let visibility: Visibility?
    /// Where it was; `nil` unless renamed or transferred.
    public let oldPath: String?

    private enum CodingKeys: String, CodingKey {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case event = "event_name"
        case name
        case path = "path_with_namespace"
        case projectID = "project_id"
        case namespaceID = "project_namespace_id"
        case visibility = "project_visibility"
        case oldPath = "old_path_with_namespace"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        createdAt = fields.lenient(.createdAt)
        updatedAt = fields.lenient(.updatedAt)
        event = try fields.required(.event)
        name = fields.text(.name)
        path = try fields.required(.path)
        projectID = try fields.required(.projectID) as ProjectID
        namespaceID = fields.lenient(.namespaceID)
        visibility = fields.lenient(.visibility)
        oldPath = fields.text(.oldPath)
    }

    /// When it was created, or last changed by a rename, a transfer or an update; GitLab does not tell when one is
    /// destroyed.
    public var happenedAt: Date? {
        switch event {
        case .created: createdAt
        case .renamed, .transferred, .updated: updatedAt
        default: nil
        }
    }
}

extension ProjectEvent: EventPayload {
    var projectPath: String? { path }
    var action: WebhookAction? { WebhookAction(rawValue: event.rawValue) }
    var subject: String? { "project" }
}
