public import Foundation

/// A release of a project. Its assets, which hold the source code, and its evidence are not read.
///
/// <https://docs.gitlab.com/api/releases/>
public struct Release: Decodable, Hashable, Sendable {
    /// The tag it is made of, which names it in requests; a tag has at most one release. `nil` if GitLab hides it.
    public let tagName: String?
    /// The tag's name unless somebody gave another; `nil` if GitLab hides it.
    public let name: String?
    /// Notes in Markdown; `nil` if there are none.
    public let description: String?
    /// When it was entered into GitLab.
    public let createdAt: Date
    /// When it counts as released: now or later when it was entered, or earlier for one entered afterwards.
    public let releasedAt: Date
    /// Whether `releasedAt` lay in the future when GitLab answered.
    public let isUpcoming: Bool
    /// Who made it; `nil` if the account is gone or GitLab hides it.
    public let author: User?
    /// `nil` for guests of a private project.
    public let commit: Commit?
    /// Milestones somebody tied to it.
    public let milestones: [Milestone]
    /// The page a person sees; missing in old versions and for guests.
    public let webURL: URL?

    private enum CodingKeys: String, CodingKey {
        case tagName = "tag_name"
        case description
        case name
        case createdAt = "created_at"
        case releasedAt = "released_at"
        case isUpcoming = "upcoming_release"
        case author
        case commit
        case milestones
        case links = "_links"
    }

    private enum LinkKeys: String, CodingKey {
        case webURL = "self"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        tagName = fields.lenient(.tagName)
        description = fields.lenient(.description)
        name = fields.lenient(.name)
        createdAt = try fields.required(.createdAt)
        releasedAt = try fields.required(.releasedAt)
        isUpcoming = fields.flag(.isUpcoming)
        author = fields.lenient(.author)
        commit = fields.lenient(.commit)
        milestones = fields.list(.milestones)
        let links = try? fields.nestedContainer(keyedBy: LinkKeys.self, forKey: .links)
        webURL = links?.lenient(.webURL)
    }
}
