public import MetricsCore

/// When somebody should look: a condition on values or on single merge requests, as a plain value.
public struct AlertRule: Codable, Hashable, Sendable {
    public enum Condition: Codable, Hashable, Sendable {
        /// A metric's number lies above the bound.
        case above(MetricID, Double)
        /// A metric's number lies below the bound.
        case below(MetricID, Double)
        /// A metric's number rose by more than that part of what it was in the period before: 0.5 for half as much again.
        case rose(MetricID, by: Double)
        /// An open merge request has waited for a review longer than that percentile of the metric over the period: what
        /// three of four took (`p75`), say.
        case waitsLonger(than: Statistic, of: MetricID)
        /// An open merge request has waited for a review for longer than so many seconds.
        case waits(seconds: Int64)
    }

    /// A stable name the host gives it.
    public var id: String
    public var condition: Condition
    /// Of fewer records nothing is concluded; 1 by default.
    public var leastSample: Int

    public init(_ id: String, _ condition: Condition, leastSample: Int = 1) {
        self.id = id
        self.condition = condition
        self.leastSample = leastSample
    }

    /// The metric it looks at; `nil` where it looks at none.
    public var metric: MetricID? {
        switch condition {
        case .above(let metric, _), .below(let metric, _), .rose(let metric, _), .waitsLonger(_, let metric):
            metric
        case .waits: nil
        }
    }
}
