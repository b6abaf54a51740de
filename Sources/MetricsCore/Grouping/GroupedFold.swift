/// One metric taking in project after project, told apart by group: each group's partial is that of its contributions.
public struct GroupedFold<M: Metric>: Sendable {
    public let metric: M
    public let period: ReportPeriod
    public let grouping: Grouping
    public private(set) var partials: [GroupKey: M.Partial] = [:]
    /// Of all the projects taken in: what is missing from one may be missing from any group.
    public private(set) var coverage = Coverage()

    public init(_ metric: M, period: ReportPeriod, by grouping: Grouping) {
        self.metric = metric
        self.period = period
        self.grouping = grouping
    }

    /// Takes in one project. Each project must be added once.
    public mutating func add(_ facts: ProjectFacts) {
        add(
            metric.partial(of: facts, in: period), coverage: facts.coverage(of: metric, in: period),
            of: facts)
    }

    /// Takes in what the metric already made of that project.
    package mutating func add(_ partial: M.Partial, coverage: Coverage, of facts: ProjectFacts) {
        self.coverage.merge(coverage)
        let assigner = GroupAssigner(grouping, of: facts)
        var keys: [GroupKey] = []
        var positions: [GroupKey: Int] = [:]
        let parts = partial.split(into: 0) { contribution, add in
            for key in assigner.groups(of: contribution) {
                let position = positions[key] ?? keys.count
                if position == keys.count {
                    positions[key] = position
                    keys.append(key)
                }
                add(position)
            }
        }
        for (key, part) in zip(keys, parts) { partials[key, default: M.Partial()].merge(part) }
    }

    /// Takes in what another fold of the same metric, period and grouping gathered from other projects.
    public mutating func merge(_ other: Self) {
        for (key, partial) in other.partials { partials[key, default: M.Partial()].merge(partial) }
        coverage.merge(other.coverage)
    }

    /// The value of each group.
    public var values: [GroupKey: MetricValue] {
        partials.mapValues { metric.value(of: $0, coverage: coverage, in: period) }
    }
}
