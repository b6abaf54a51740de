/// How many lines a commit changed.
///
/// <https://docs.gitlab.com/api/commits/>
public struct CommitStats: Decodable, Hashable, Sendable {
    public let additions: Int
    public let deletions: Int
    /// Both together.
    public let total: Int

    private enum CodingKeys: String, CodingKey {
        case additions
        case deletions
        case total
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        additions = try fields.required(.additions)
        deletions = try fields.required(.deletions)
        total = try fields.required(.total)
    }
}
