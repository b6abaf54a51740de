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
    /// `My Company / My Team`
    public let fullName: String?
    /// `my-company/my-team`
    public let fullPath: String
    /// `nil` at the top.
    public let parentID: GroupID?
    /// Missing in old versions.
    public let isArchived: Bool
    /// Missing in old versions.
    public let createdAt: Date?
    /// Midnight UTC of the day; `nil` unless it will be deleted.
    public let markedForDeletionOn: Date?

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case path
        case description
        case visibility
        case webURL = "web_url"
        case fullName = "full_name"
        case fullPath = "full_path"
        case parentID = "parent_id"
        case isArchived = "archived"
        case createdAt = "created_at"
        case markedForDeletionOn = "marked_for_deletion_on"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        name = try fields.required(.name)
        path = try fields.required(.path)
        description = fields.lenient(.description)
        visibility = fields.lenient(.visibility)
        webURL = fields.lenient(.webURL)
        fullName = fields.lenient(.fullName)
        fullPath = try fields.required(.fullPath)
        parentID = fields.lenient(.parentID)
        isArchived = fields.flag(.isArchived)
        createdAt = try fields.optional(.createdAt)
        markedForDeletionOn = fields.lenient(.markedForDeletionOn)
    }
}
