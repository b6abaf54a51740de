/// What a metric's number counts.
public enum MetricUnit: String, Codable, Hashable, Sendable, CaseIterable {
    /// Elapsed seconds.
    case seconds
    /// A plain count.
    case count
    /// A count per calendar day.
    case perDay = "per_day"
    /// A part of a whole, 0…1; a ratio of unlike things, as GitLab's change failure rate, may exceed 1.
    case share
}
