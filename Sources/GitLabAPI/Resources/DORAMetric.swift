public import GitLabVocabulary

/// A DORA metric as GitLab itself computes it. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/dora/metrics/>
public struct DORAMetric: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Successful deployments, by the day they finished.
    public static let deploymentFrequency = Self(rawValue: "deployment_frequency")
    /// Seconds from merging to the finished deployment: the median of a day, over longer spans of the days' medians.
    public static let leadTimeForChanges = Self(rawValue: "lead_time_for_changes")
    /// Seconds an incident was open, by the day it was closed: the median, as above.
    public static let timeToRestoreService = Self(rawValue: "time_to_restore_service")
    /// Incidents opened for each successful deployment to production; may exceed 1.
    public static let changeFailureRate = Self(rawValue: "change_failure_rate")
}

extension DORAMetric {
    /// How long a span one value stands for.
    public struct Interval: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let daily = Self(rawValue: "daily")
        /// Calendar months, named by their first day.
        public static let monthly = Self(rawValue: "monthly")
        /// The whole span asked for, without a day.
        public static let all = Self(rawValue: "all")
    }
}
