public import GitLabVocabulary

/// What a GitLab instance says of itself.
///
/// <https://docs.gitlab.com/api/metadata/>
public struct Metadata: Decodable, Hashable, Sendable {
    /// As GitLab writes it: `18.11.1-ee`; `release` compares.
    public let version: String
    /// The commit it was built from; may be hidden.
    public let revision: String?
    /// Whether Enterprise Edition runs, licensed or not; missing in old versions and from `.version`.
    public let isEnterprise: Bool?

    private enum CodingKeys: String, CodingKey {
        case version
        case revision
        case isEnterprise = "enterprise"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        version = try fields.required(.version)
        revision = fields.lenient(.revision)
        isEnterprise = fields.optionalFlag(.isEnterprise)
    }
}

extension Metadata {
    /// The version as one that compares; `nil` if it is not written in GitLab's way.
    public var release: GitLabRelease? { GitLabRelease(version) }
}
