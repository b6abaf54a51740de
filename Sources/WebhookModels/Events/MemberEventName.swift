public import GitLabVocabulary

/// What happened to a membership. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/administration/system_hooks/>
public struct MemberEventName: OpenEnum {
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
