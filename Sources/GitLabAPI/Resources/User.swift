public import Foundation
public import GitLabVocabulary

/// A user as other objects show them, and, fetched alone, with some of the profile. Neither e-mail addresses nor
/// pictures are read.
///
/// <https://docs.gitlab.com/api/users/>
public struct User: Decodable, Hashable, Sendable {
    public let id: UserID
    /// Unique at any one time, but users may change it. Deleted users' work is shown as that of `ghost`.
    public let username: String
    /// The full name; `nil` if GitLab hides it.
    public let name: String?
    /// `nil` if GitLab hides it.
    public let state: UserState?
    /// Locked out after failed sign-ins.
    public let isLocked: Bool
    /// The profile page.
    public let webURL: URL?
    /// Only in a profile (`.currentUser`, `.user`).
    public let createdAt: Date?
    /// Whether a token or service acts here and no person; only in a profile.
    public let isBot: Bool?
    /// Only for administrators, in a profile.
    public let isAdministrator: Bool?

    private enum CodingKeys: String, CodingKey {
        case id
        case username
        case name
        case state
        case isLocked = "locked"
        case webURL = "web_url"
        case createdAt = "created_at"
        case isBot = "bot"
        case isAdministrator = "is_admin"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        username = try fields.required(.username)
        name = fields.lenient(.name)
        state = fields.lenient(.state)
        isLocked = fields.flag(.isLocked)
        webURL = fields.lenient(.webURL)
        createdAt = fields.lenient(.createdAt)
        isBot = fields.optionalFlag(.isBot)
        isAdministrator = fields.optionalFlag(.isAdministrator)
    }
}
