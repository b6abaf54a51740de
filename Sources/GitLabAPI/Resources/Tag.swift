public import Foundation

/// A Git tag; of its release only what the tag shows, see `Release` for the rest.
///
/// <https://docs.gitlab.com/api/tags/>
public struct Tag: Decodable, Hashable, Sendable {
    /// Unique within the project: `v1.0.0`.
    public let name: String
    /// Of an annotated tag; empty or `nil` for a lightweight one.
    public let message: String?
    /// What Git's ref points at: the tag object of an annotated tag, the commit of a lightweight one.
    public let target: String?
    /// The commit that is tagged; `nil` if GitLab cannot read it.
    public let commit: Commit?
    /// Whether a release was made of it.
    public let hasRelease: Bool
    public let isProtected: Bool
    /// When an annotated tag was made; `nil` for lightweight ones and before GitLab 16.11.
    public let createdAt: Date?

    private enum CodingKeys: String, CodingKey {
        case name
        case message
        case target
        case commit
        case release
        case isProtected = "protected"
        case createdAt = "created_at"
    }

    private enum ReleaseKeys: String, CodingKey {
        case tagName = "tag_name"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.required(.name)
        message = fields.lenient(.message)
        target = fields.lenient(.target)
        commit = fields.lenient(.commit)
        hasRelease = (try? fields.nestedContainer(keyedBy: ReleaseKeys.self, forKey: .release)) != nil
        isProtected = fields.flag(.isProtected)
        createdAt = try fields.optional(.createdAt)
    }
}
