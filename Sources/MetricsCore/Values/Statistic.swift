/// How many values become one number.
public enum Statistic: String, Codable, Hashable, Sendable, CaseIterable {
    /// The interpolated median of all values.
    case median
    case mean
    case p75, p90, p95
    /// The median over days of each day's median, as GitLab computes it: one row for each environment and day.
    case medianOfDailyMedians = "median_of_daily_medians"
    /// How many there are.
    case total
    /// All of them added up.
    case sum
    /// How many there are, divided by the calendar days of the period.
    case perDay = "per_day"
    /// How many there are, divided by the weeks of the period: its calendar days ÷ 7.
    case perWeek = "per_week"
    /// A part of a whole.
    case share
    /// One sum divided by another.
    case ratio
}
