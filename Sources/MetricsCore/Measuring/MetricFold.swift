/// One metric taking in project after project; several stand side by side as `any MetricFolding`, so that a
/// project's facts are derived once and dropped before the next.
public struct MetricFold<M: Metric>: MetricFolding {
    public let metric: M
    public let period: ReportPeriod
    public private(set) var partial = M.Partial()
    public private(set) var coverage = Coverage()

    public init(_ metric: M, period: ReportPeriod) {
        self.metric = metric
        self.period = period
    }

    public mutating func add(_ facts: ProjectFacts) {
        partial.merge(metric.partial(of: facts, in: period))
        coverage.merge(facts.coverage(of: metric, in: period))
    }

    /// Takes in what another fold of the same metric and period gathered from other projects.
    public mutating func merge(_ other: Self) {
        partial.merge(other.partial)
        coverage.merge(other.coverage)
    }

    public var value: MetricValue { metric.value(of: partial, coverage: coverage, in: period) }
}

/// A `MetricFold` with its metric forgotten.
public protocol MetricFolding: Sendable {
    /// Takes in one project. Each project must be added once.
    mutating func add(_ facts: ProjectFacts)

    /// The value so far.
    var value: MetricValue { get }
}

extension Metric {
    /// An empty fold of this metric.
    public func fold(in period: ReportPeriod) -> any MetricFolding { MetricFold(self, period: period) }
}
