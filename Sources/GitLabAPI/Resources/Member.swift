public import Foundation
public import GitLabVocabulary

/// A user's role in a group or project. E-mail addresses and identities elsewhere are not read.
///
/// <https://docs.gitlab.com/api/members/>
public struct Member: Decodable, Hashable, Sendable {
    public let user: User
    /// A custom role has the level of the role it builds on.
    public let accessLevel: AccessLevel
    /// When the membership began; `nil` if it was never recorded.
    public let createdAt: Date?
    /// Who added the member; `nil` if nobody did, or if deleted.
    public let createdBy: User?
    /// Midnight UTC of the day on which the membership ends; `nil` for never.
    public let expiresAt: Date?
    /// Missing in old versions.
    public let membershipState: MembershipState?
    /// Premium and Ultimate, and only if asked for.
    public let isUsingSeat: Bool?
    /// Whether an LDAP role was overridden here; Premium and Ultimate only.
    public let isOverride: Bool?
    /// The custom role, if it has one; Ultimate only.
    public let role: MemberRole?

    private enum CodingKeys: String, CodingKey {
        case accessLevel = "access_level"
        case createdAt = "created_at"
        case createdBy = "created_by"
        case expiresAt = "expires_at"
        case membershipState = "membership_state"
        case isUsingSeat = "is_using_seat"
        case isOverride = "override"
        case role = "member_role"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        user = try User(from: decoder)
        accessLevel = try fields.required(.accessLevel)
        createdAt = fields.lenient(.createdAt)
        createdBy = fields.lenient(.createdBy)
        expiresAt = try fields.optional(.expiresAt)
        membershipState = fields.lenient(.membershipState)
        isUsingSeat = fields.optionalFlag(.isUsingSeat)
        isOverride = fields.optionalFlag(.isOverride)
        role = fields.lenient(.role)
    }
}
