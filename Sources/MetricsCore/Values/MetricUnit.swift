/// What a metric's number counts.
public enum MetricUnit: String, Codable, Hashable, Sendable, CaseIterable {
    /// Elapsed seconds.
    case seconds
    /// A plain count.
    case count
    /// A count per calendar day.
    case perDay = "per_day"
    /// A count per seven calendar days.
    case perWeek = "per_week"
    /// Lines of code, added and removed together unless the metric says otherwise.
    case lines
    /// Files.
    case files
    /// Something per something else that is no part of it, as comments per 100 lines.
    case ratio
    /// A part of a whole, 0…1; a ratio of unlike things, as GitLab's change failure rate, may exceed 1.
    case share
}
