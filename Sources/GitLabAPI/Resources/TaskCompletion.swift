/// How many of the check boxes in a description are ticked.
///
/// <https://docs.gitlab.com/api/issues/>
public struct TaskCompletion: Decodable, Hashable, Sendable {
    public let count: Int?
    public let completedCount: Int?

    private enum CodingKeys: String, CodingKey {
        case count
        case completedCount = "completed_count"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        count = fields.integer(.count)
        completedCount = fields.integer(.completedCount)
    }
}
