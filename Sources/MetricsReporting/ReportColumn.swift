import MetricsCore

/// One metric of a report, with its type forgotten: takes in project after project.
protocol ReportColumn: Sendable {
    /// Takes in a project and, when asked, gives the value of that project alone.
    mutating func add(_ facts: ProjectFacts, alone: Bool) -> MetricValue?

    /// Takes in what a column of the same metric gathered from other projects.
    mutating func merge(_ other: any ReportColumn)

    /// The value over all projects taken in.
    var total: MetricValue { get }

    /// Who stands behind its numbers; empty unless that is asked for.
    var audience: Audience { get }

    /// The value of each group; empty where none were asked for.
    var groups: [GroupKey: MetricValue] { get }
}

struct MetricColumn<M: Metric>: ReportColumn {
    private var fold: MetricFold<M>
    private var grouped: GroupedFold<M>?
    private let tracksAudience: Bool
    private(set) var audience = Audience()

    init(_ metric: M, _ period: ReportPeriod, by grouping: Grouping?, tracksAudience: Bool) {
        self.tracksAudience = tracksAudience
        fold = MetricFold(metric, period: period)
        grouped = grouping.map { GroupedFold(metric, period: period, by: $0) }
    }

    mutating func add(_ facts: ProjectFacts, alone: Bool) -> MetricValue? {
        var own = MetricFold(fold.metric, period: fold.period)
        own.add(facts)
        grouped?.add(own.partial, coverage: own.coverage, of: facts)
        if tracksAudience { audience.add(own.partial, of: facts, by: grouped?.grouping) }
        fold.merge(own)
        return alone ? own.value : nil
    }

    mutating func merge(_ other: any ReportColumn) {
        guard let other = other as? Self else { return }
        fold.merge(other.fold)
        audience.merge(other.audience)
        if let theirs = other.grouped { grouped?.merge(theirs) }
    }

    var total: MetricValue { fold.value }

    var groups: [GroupKey: MetricValue] { grouped?.values ?? [:] }
}
