/// What was pushed, as an event tells it.
///
/// <https://docs.gitlab.com/api/events/>
public struct Push: Decodable, Hashable, Sendable {
    /// How many commits came with it; missing if GitLab hides it.
    public let commitCount: Int?
    /// `created`, `pushed` or `removed`.
    public let action: String?
    /// `branch` or `tag`.
    public let refType: String?
    /// `nil` for a new branch.
    public let fromSHA: String?
    /// `nil` for a removed branch.
    public let toSHA: String?
    /// Name of the branch or tag; `nil` when several were pushed.
    public let ref: String?
    /// How many branches or tags, when several were pushed at once.
    public let refCount: Int?

    private enum CodingKeys: String, CodingKey {
        case commitCount = "commit_count"
        case action
        case refType = "ref_type"
        case fromSHA = "commit_from"
        case toSHA = "commit_to"
        case ref
        case refCount = "ref_count"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        commitCount = fields.integer(.commitCount)
        action = fields.lenient(.action)
        refType = fields.lenient(.refType)
        fromSHA = fields.lenient(.fromSHA)
        toSHA = fields.lenient(.toSHA)
        ref = fields.lenient(.ref)
        refCount = fields.integer(.refCount)
    }
}
