public import Foundation
public import GitLabVocabulary

/// Somebody became a member of a group or project, got another role, left, or asks to be let in. Hooks of groups tell
/// it of groups only, hooks of the instance of projects too.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#group-member-events>,
/// <https://docs.gitlab.com/administration/system_hooks/>
public struct MemberEvent: Codable, Hashable, Sendable {
    /// What happened to the membership. An open set: values this version does not know decode too.
    public struct Name: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let addedToGroup = Self(rawValue: "user_add_to_group")
        public static let updatedInGroup = Self(rawValue: "user_update_for_group")
        public static let removedFromGroup = Self(rawValue: "user_remove_from_group")
        public static let requestedGroup = Self(rawValue: "user_access_request_to_group")
        /// Told by hooks of groups.
        public static let deniedForGroup = Self(rawValue: "user_access_request_denied_for_group")
        /// Told by hooks of the instance.
        public static let revokedForGroup = Self(rawValue: "user_access_request_revoked_for_group")
        public static let addedToProject = Self(rawValue: "user_add_to_team")
        public static let updatedInProject = Self(rawValue: "user_update_for_team")
        public static let removedFromProject = Self(rawValue: "user_remove_from_team")
        public static let requestedProject = Self(rawValue: "user_access_request_to_project")
        public static let revokedForProject = Self(rawValue: "user_access_request_revoked_for_project")
    }

    /// `event_name`.
    public let event: Name
    public let createdAt: Date?
    /// Of the membership; it does not move when that ends.
    public let updatedAt: Date?
    /// `nil` for members of a project.
    public let group: WebhookGroup?
    /// `nil` for members of a group.
    public let projectID: ProjectID?
    /// `my-group/my-project`; `nil` for members of a group.
    public let projectPath: String?
    /// The member, not who did it: GitLab does not tell that.
    public let user: WebhookUser
    /// `Guest`, `Developer`, `Maintainer`, …; a custom role may stand by its own name.
    public let role: String?
    /// Missing in hooks of the instance; `nil` if the membership does not end.
    public let expiresAt: Date?

    /// The role as a number; `nil` for one that this version does not know.
    public var accessLevel: AccessLevel? {
        switch role?.lowercased() {
        case "minimal access": .minimal
        case "guest": .guest
        case "planner": .planner
        case "reporter": .reporter
        case "security manager": .securityManager
        case "developer": .developer
        case "maintainer": .maintainer
        case "owner": .owner
        default: nil
        }
    }

    private enum CodingKeys: String, CodingKey {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case event = "event_name"
        case projectID = "project_id"
        case projectPath = "project_path_with_namespace"
        case groupRole = "group_access"
        case projectRole = "access_level"
        case expiresAt = "expires_at"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        createdAt = fields.lenient(.createdAt)
        updatedAt = fields.lenient(.updatedAt)
        event = try fields.required(.event)
        projectID = fields.lenient(.projectID)
        projectPath = fields.text(.projectPath)
        let group = try WebhookGroup(from: decoder)
        self.group = group.id == nil ? nil : group
        guard let user = try FlatUser(from: decoder).user else {
            throw DecodingError.keyNotFound(
                FlatUser.identity, .init(codingPath: decoder.codingPath, debugDescription: "no member"))
        }
        self.user = user
        role = fields.text(.groupRole) ?? fields.text(.projectRole)
        expiresAt = fields.lenient(.expiresAt)
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encodeIfPresent(createdAt, forKey: .createdAt)
        try fields.encodeIfPresent(updatedAt, forKey: .updatedAt)
        try fields.encode(event, forKey: .event)
        try fields.encodeIfPresent(projectID, forKey: .projectID)
        try fields.encodeIfPresent(projectPath, forKey: .projectPath)
        try group?.encode(to: encoder)
        try FlatUser(user: user).encode(to: encoder)
        try fields.encodeIfPresent(role, forKey: group == nil ? .projectRole : .groupRole)
        try fields.encodeIfPresent(expiresAt, forKey: .expiresAt)
    }

    /// When the member was added or asked, or the role was changed; GitLab does not tell when a membership ends.
    public var happenedAt: Date? {
        switch event {
        case .addedToGroup, .addedToProject, .requestedGroup, .requestedProject: createdAt
        case .updatedInGroup, .updatedInProject: updatedAt
        default: nil
        }
    }
}

extension MemberEvent: EventPayload {
    var groupID: GroupID? { group?.id }
    var action: WebhookAction? { WebhookAction(rawValue: event.rawValue) }
    var subject: String? { user.id.map { "member/\($0)" } }
}
