import MetricsCore

/// One metric of a report, with its type forgotten: takes in project after project.
protocol ReportColumn: Sendable {
    /// Takes in a project and, when asked, gives the value of that project alone.
    mutating func add(_ facts: ProjectFacts, alone: Bool) -> MetricValue?

    /// The value over all projects taken in.
    var total: MetricValue { get }
}

struct MetricColumn<M: Metric>: ReportColumn {
    private var fold: MetricFold<M>

    init(_ metric: M, _ period: ReportPeriod) { fold = MetricFold(metric, period: period) }

    mutating func add(_ facts: ProjectFacts, alone: Bool) -> MetricValue? {
        var own = MetricFold(fold.metric, period: fold.period)
        own.add(facts)
        fold.merge(own)
        return alone ? own.value : nil
    }

    var total: MetricValue { fold.value }
}
