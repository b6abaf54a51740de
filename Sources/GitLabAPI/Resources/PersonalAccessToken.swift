public import Foundation
public import GitLabVocabulary

/// What GitLab tells about an access token; the token itself is not in it. Project and group tokens look the same.
///
/// <https://docs.gitlab.com/api/personal_access_tokens/>
public struct PersonalAccessToken: Decodable, Hashable, Sendable {
    public let id: AccessTokenID
    public let name: String
    /// What its owner wrote of it; missing in old versions.
    public let description: String?
    public let isRevoked: Bool
    /// Missing in old versions.
    public let createdAt: Date?
    public let scopes: [TokenScope]
    /// Whether it has permissions for single resources in the place of scopes, which GitLab does not tell here; missing
    /// in old versions, which have no such tokens.
    public let isFineGrained: Bool
    /// The user it acts as; for project and group tokens a bot.
    public let userID: UserID
    /// `nil` if never used; refreshed at most every few minutes.
    public let lastUsedAt: Date?
    /// Neither revoked nor expired.
    public let isActive: Bool
    /// It stops working at midnight UTC, when this day begins; `nil` if it does not expire.
    public let expiresAt: Date?
    /// The role of a project's or group's token, in lists of them only.
    public let accessLevel: AccessLevel?

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case description
        case isRevoked = "revoked"
        case createdAt = "created_at"
        case scopes
        case isFineGrained = "granular"
        case userID = "user_id"
        case lastUsedAt = "last_used_at"
        case isActive = "active"
        case expiresAt = "expires_at"
        case accessLevel = "access_level"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        name = try fields.required(.name)
        description = fields.lenient(.description)
        isRevoked = fields.flag(.isRevoked)
        createdAt = try fields.optional(.createdAt)
        scopes = try fields.required(.scopes)
        isFineGrained = fields.flag(.isFineGrained)
        userID = try fields.required(.userID)
        lastUsedAt = try fields.optional(.lastUsedAt)
        isActive = try fields.required(.isActive)
        expiresAt = try fields.optional(.expiresAt)
        accessLevel = fields.lenient(.accessLevel)
    }
}
