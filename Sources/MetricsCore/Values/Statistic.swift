/// How many values become one number.
public enum Statistic: String, Codable, Hashable, Sendable, CaseIterable {
    /// The interpolated median of all values.
    case median
    case mean
    case p75, p90, p95
    /// The median over days of each day's median, as GitLab computes it.
    case medianOfDailyMedians = "median_of_daily_medians"
    /// How many there are.
    case total
    /// How many there are, divided by the calendar days of the period.
    case perDay = "per_day"
    /// A part of a whole.
    case share
}
