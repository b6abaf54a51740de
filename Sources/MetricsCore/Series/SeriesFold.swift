/// One metric taking in project after project, to be told bucket by bucket.
public struct SeriesFold<M: Metric>: Sendable {
    public let metric: M
    public let index: BucketIndex
    /// One over the whole period; of a snapshot one for each bucket.
    private var partials: [M.Partial]
    private var coverage = Coverage()

    public init(_ metric: M, in index: BucketIndex) {
        self.metric = metric
        self.index = index
        partials = Array(repeating: M.Partial(), count: metric.isSnapshot ? index.buckets.count : 1)
    }

    /// Takes in one project. Each project must be added once.
    public mutating func add(_ facts: ProjectFacts) {
        let periods = metric.isSnapshot ? index.buckets : [index.period]
        for (position, period) in periods.enumerated() {
            partials[position].merge(metric.partial(of: facts, in: period))
        }
        coverage.merge(facts.coverage(of: metric, in: index.period))
    }

    /// Takes in what another fold of the same metric and buckets gathered from other projects.
    public mutating func merge(_ other: Self) {
        for position in partials.indices { partials[position].merge(other.partials[position]) }
        coverage.merge(other.coverage)
    }

    /// Contributions of a snapshot lie in the bucket they were taken at, so that all of them make one partial.
    public var series: MetricSeries<M> {
        var whole = partials.first ?? M.Partial()
        for partial in partials.dropFirst() { whole.merge(partial) }
        return MetricSeries(metric, partial: whole, coverage: coverage, in: index)
    }
}
