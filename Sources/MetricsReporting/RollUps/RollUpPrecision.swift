/// What a roll-up keeps of each day.
public enum RollUpPrecision: String, Codable, Hashable, Sendable, CaseIterable {
    /// The partials themselves: every number exact, every record named. 20 bytes a record and metric and more.
    case exact
    /// Numbers alone, quantiles within 1 %: some hundred bytes a day and metric, whatever happened. Metrics whose value
    /// needs more (a median of daily medians, active days, sittings of review) stay exact.
    case condensed
}
