public import Foundation
public import GitLabVocabulary

/// A group.
///
/// <https://docs.gitlab.com/api/groups/>
public struct Group: Decodable, Hashable, Sendable {
    public let id: GroupID
    public let name: String
    /// Last part of `fullPath`.
    public let path: String
    /// `nil` or empty if there is none.
    public let description: String?
    /// Who can see the group; missing if GitLab hides it.
    public let visibility: Visibility?
    /// The page a person sees; missing if GitLab hides it.
    public let webURL: URL?
    /// Whether users may ask to become members.
    public let isAccessRequestable: Bool?
    /// `My Company / My Team`
    public let fullName: String?
    /// `my-company/my-team`
    public let fullPath: String
    /// `nil` at the top.
    public let parentID: GroupID?
    /// Missing in old versions.
    public let isArchived: Bool
    /// Missing in old versions.
    public let organizationID: Int?
    /// Whether its projects may not be shared with other groups.
    public let isSharingLocked: Bool?
    public let requiresTwoFactor: Bool?
    /// Hours a new member has to set it up.
    public let twoFactorGracePeriod: Int?
    /// The least role that creates projects: `noone`, `maintainer`, `developer` …
    public let projectCreationLevel: String?
    /// The least role that creates subgroups: `owner` or `maintainer`.
    public let subgroupCreationLevel: String?
    public let emailsEnabled: Bool?
    public let mentionsDisabled: Bool?
    public let lfsEnabled: Bool?
    /// `nil` if inherited.
    public let autoDevOpsEnabled: Bool?
    /// The name new projects begin with; `nil` if inherited.
    public let defaultBranch: String?
    /// `enabled`, `disabled_and_overridable` …
    public let sharedRunners: String?
    /// Premium and Ultimate only.
    public let wikiAccess: FeatureAccess?
    /// Missing in old versions.
    public let createdAt: Date?
    /// Midnight UTC of the day; `nil` unless it will be deleted.
    public let markedForDeletionOn: Date?
    /// Only if asked for, and only for owners.
    public let statistics: StorageStatistics?

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case path
        case description
        case visibility
        case webURL = "web_url"
        case isAccessRequestable = "request_access_enabled"
        case fullName = "full_name"
        case fullPath = "full_path"
        case parentID = "parent_id"
        case isArchived = "archived"
        case organizationID = "organization_id"
        case isSharingLocked = "share_with_group_lock"
        case requiresTwoFactor = "require_two_factor_authentication"
        case twoFactorGracePeriod = "two_factor_grace_period"
        case projectCreationLevel = "project_creation_level"
        case subgroupCreationLevel = "subgroup_creation_level"
        case emailsEnabled = "emails_enabled"
        case mentionsDisabled = "mentions_disabled"
        case lfsEnabled = "lfs_enabled"
        case autoDevOpsEnabled = "auto_devops_enabled"
        case defaultBranch = "default_branch"
        case sharedRunners = "shared_runners_setting"
        case wikiAccess = "wiki_access_level"
        case createdAt = "created_at"
        case markedForDeletionOn = "marked_for_deletion_on"
        case statistics
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        name = try fields.required(.name)
        path = try fields.required(.path)
        description = fields.lenient(.description)
        visibility = fields.lenient(.visibility)
        webURL = fields.lenient(.webURL)
        isAccessRequestable = fields.optionalFlag(.isAccessRequestable)
        fullName = fields.lenient(.fullName)
        fullPath = try fields.required(.fullPath)
        parentID = fields.lenient(.parentID)
        isArchived = fields.flag(.isArchived)
        organizationID = fields.integer(.organizationID)
        isSharingLocked = fields.optionalFlag(.isSharingLocked)
        requiresTwoFactor = fields.optionalFlag(.requiresTwoFactor)
        twoFactorGracePeriod = fields.integer(.twoFactorGracePeriod)
        projectCreationLevel = fields.lenient(.projectCreationLevel)
        subgroupCreationLevel = fields.lenient(.subgroupCreationLevel)
        emailsEnabled = fields.optionalFlag(.emailsEnabled)
        mentionsDisabled = fields.optionalFlag(.mentionsDisabled)
        lfsEnabled = fields.optionalFlag(.lfsEnabled)
        autoDevOpsEnabled = fields.optionalFlag(.autoDevOpsEnabled)
        defaultBranch = fields.lenient(.defaultBranch)
        sharedRunners = fields.lenient(.sharedRunners)
        wikiAccess = fields.lenient(.wikiAccess)
        createdAt = try fields.optional(.createdAt)
        markedForDeletionOn = fields.lenient(.markedForDeletionOn)
        statistics = fields.lenient(.statistics)
    }
}
