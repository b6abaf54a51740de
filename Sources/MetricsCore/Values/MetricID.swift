/// Names a metric: stable, spelled as GitLab spells it where GitLab has it.
public struct MetricID: RawRepresentable, Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    public static let deploymentFrequency: Self = "deployment_frequency"
    public static let leadTime: Self = "lead_time_for_changes"
    public static let changeFailureRate: Self = "change_failure_rate"
    public static let timeToRestoreService: Self = "time_to_restore_service"
    public static let timeToFirstComment: Self = "time_to_first_comment"
    public static let timeToApprove: Self = "time_to_approve"
    public static let timeToMerge: Self = "time_to_merge"
    public static let pipelineSuccessRate: Self = "pipeline_success_rate"
    public static let pipelineDuration: Self = "pipeline_duration"
}

extension MetricID: Codable {
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
