/// Estimated and logged time of a merge request or issue, in seconds.
///
/// <https://docs.gitlab.com/api/issues/#retrieve-time-tracking-stats>
public struct TimeStats: Decodable, Hashable, Sendable {
    /// Missing where time tracking is.
    public let timeEstimate: Int?
    /// Missing where time tracking is; negative if more was taken back than logged.
    public let totalTimeSpent: Int?
    /// `1w 2d` in days of eight hours and weeks of five days; `nil` without an estimate.
    public let humanTimeEstimate: String?
    /// In the same words; `nil` when nothing is logged.
    public let humanTotalTimeSpent: String?

    private enum CodingKeys: String, CodingKey {
        case timeEstimate = "time_estimate"
        case totalTimeSpent = "total_time_spent"
        case humanTimeEstimate = "human_time_estimate"
        case humanTotalTimeSpent = "human_total_time_spent"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        timeEstimate = fields.integer(.timeEstimate)
        totalTimeSpent = fields.integer(.totalTimeSpent)
        humanTimeEstimate = fields.lenient(.humanTimeEstimate)
        humanTotalTimeSpent = fields.lenient(.humanTotalTimeSpent)
    }
}
