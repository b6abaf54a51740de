public import Foundation

/// A branch and the commit at its tip.
///
/// <https://docs.gitlab.com/api/branches/>
public struct Branch: Decodable, Hashable, Sendable {
    /// Unique within the project, `/` included: `feature/search`.
    public let name: String
    /// At its tip, without numbers of lines; `nil` if GitLab cannot read it.
    public let commit: Commit?
    /// Whether the default branch holds all of it. A squashed or rebased branch is not merged in this sense.
    public let isMerged: Bool
    /// Whether some rule of protection, a wildcard perhaps, applies to its name.
    public let isProtected: Bool
    /// Whether it is the project's default branch.
    public let isDefault: Bool
    /// Whether its protection lets developers push; `false` for a branch without protection.
    public let canDevelopersPush: Bool
    /// Whether its protection lets developers merge; `false` for a branch without protection.
    public let canDevelopersMerge: Bool
    /// Whether the token's own user may push.
    public let canPush: Bool
    /// The page a person sees; missing in old versions.
    public let webURL: URL?

    private enum CodingKeys: String, CodingKey {
        case name
        case commit
        case isMerged = "merged"
        case isProtected = "protected"
        case canDevelopersPush = "developers_can_push"
        case canDevelopersMerge = "developers_can_merge"
        case canPush = "can_push"
        case isDefault = "default"
        case webURL = "web_url"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.required(.name)
        commit = fields.lenient(.commit)
        isMerged = fields.flag(.isMerged)
        isProtected = fields.flag(.isProtected)
        canDevelopersPush = fields.flag(.canDevelopersPush)
        canDevelopersMerge = fields.flag(.canDevelopersMerge)
        canPush = fields.flag(.canPush)
        isDefault = fields.flag(.isDefault)
        webURL = fields.lenient(.webURL)
    }
}
