public import Foundation
public import GitLabVocabulary

/// The user whose token is sent, with what only they see of their account.
///
/// <https://docs.gitlab.com/api/users/#retrieve-the-current-user>
public struct CurrentUser: Decodable, Hashable, Sendable {
    public let profile: UserProfile
    public let email: String?
    /// The address in commits made on the web.
    public let commitEmail: String?
    /// The sign-in before the current one.
    public let lastSignInAt: Date?
    public let currentSignInAt: Date?
    /// `nil` until the e-mail address is confirmed.
    public let confirmedAt: Date?
    /// Midnight UTC of the day.
    public let lastActivityOn: Date?
    /// Where else the user signs in; the identities there are not read.
    public let identityProviders: [String]
    public let projectsLimit: Int?
    public let canCreateGroup: Bool?
    public let canCreateProject: Bool?
    public let hasTwoFactor: Bool?
    /// External users see only projects they are members of.
    public let isExternal: Bool?
    public let hasPrivateProfile: Bool?
    public let preferredLanguage: String?
    public let themeID: Int?
    public let colorSchemeID: Int?
    /// Only for administrators.
    public let note: String?
    /// Only for administrators.
    public let namespaceID: NamespaceID?

    /// As other objects show them.
    public var user: User { profile.user }

    private enum CodingKeys: String, CodingKey {
        case email
        case commitEmail = "commit_email"
        case lastSignInAt = "last_sign_in_at"
        case currentSignInAt = "current_sign_in_at"
        case confirmedAt = "confirmed_at"
        case lastActivityOn = "last_activity_on"
        case identityProviders = "identities"
        case projectsLimit = "projects_limit"
        case canCreateGroup = "can_create_group"
        case canCreateProject = "can_create_project"
        case hasTwoFactor = "two_factor_enabled"
        case isExternal = "external"
        case hasPrivateProfile = "private_profile"
        case preferredLanguage = "preferred_language"
        case themeID = "theme_id"
        case colorSchemeID = "color_scheme_id"
        case note
        case namespaceID = "namespace_id"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        profile = try UserProfile(from: decoder)
        email = fields.lenient(.email)
        commitEmail = fields.lenient(.commitEmail)
        lastSignInAt = fields.lenient(.lastSignInAt)
        currentSignInAt = fields.lenient(.currentSignInAt)
        confirmedAt = fields.lenient(.confirmedAt)
        lastActivityOn = fields.lenient(.lastActivityOn)
        identityProviders = (fields.list(.identityProviders) as [Identity]).map(\.provider)
        projectsLimit = fields.integer(.projectsLimit)
        canCreateGroup = fields.optionalFlag(.canCreateGroup)
        canCreateProject = fields.optionalFlag(.canCreateProject)
        hasTwoFactor = fields.optionalFlag(.hasTwoFactor)
        isExternal = fields.optionalFlag(.isExternal)
        hasPrivateProfile = fields.optionalFlag(.hasPrivateProfile)
        preferredLanguage = fields.lenient(.preferredLanguage)
        themeID = fields.integer(.themeID)
        colorSchemeID = fields.integer(.colorSchemeID)
        note = fields.lenient(.note)
        namespaceID = fields.lenient(.namespaceID)
    }
}

/// All that is read of an account elsewhere.
private struct Identity: Decodable {
    let provider: String
}
