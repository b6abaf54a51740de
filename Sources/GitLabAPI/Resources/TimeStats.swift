/// Estimated and logged time of a merge request or issue, in seconds.
///
/// <https://docs.gitlab.com/api/issues/#get-time-tracking-stats>
public struct TimeStats: Decodable, Hashable, Sendable {
    /// Missing where time tracking is.
    public let timeEstimate: Int?
    /// Missing where time tracking is.
    public let totalTimeSpent: Int?

    private enum CodingKeys: String, CodingKey {
        case timeEstimate = "time_estimate"
        case totalTimeSpent = "total_time_spent"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        timeEstimate = fields.integer(.timeEstimate)
        totalTimeSpent = fields.integer(.totalTimeSpent)
    }
}
