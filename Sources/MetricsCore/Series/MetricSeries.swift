/// A metric bucket by bucket: its numbers by day, ISO week, month or quarter.
///
/// One pass over a project's facts serves all buckets: the contributions of the whole period are sorted by their
/// instants. What stands behind a bucket is looked up when asked for.
public struct MetricSeries<M: Metric>: Sendable {
    public let metric: M
    public let period: ReportPeriod
    /// In order of time; they tile the period.
    public let buckets: [ReportPeriod]
    /// One for each bucket.
    public let points: [SeriesPoint]
    /// By reason, how many records each bucket leaves out.
    public let leftOut: [ExclusionReason: [Int]]
    /// Of the whole period.
    public let coverage: Coverage
    private let partial: M.Partial
    private let index: BucketIndex

    /// The series over contributions that were folded before.
    ///
    /// Complexity: O(contributions + buckets), but O(facts × buckets) for snapshots, see `init(_:of:in:by:)`.
    public init(_ metric: M, partial: M.Partial, coverage: Coverage, in index: BucketIndex) {
        self.metric = metric
        self.partial = partial
        self.coverage = coverage
        self.index = index
        period = index.period
        buckets = index.buckets
        points = metric.points(of: partial, coverage: coverage, in: index)
        leftOut = partial.leftOut(in: index)
    }

    /// The value of one bucket with the records behind it; O(contributions).
    public func value(at position: Int) -> MetricValue {
        let part = partial.filter { index.position(of: $0.at).map(Int.init) == position }
        return metric.value(of: part, coverage: coverage.within(buckets[position]), in: buckets[position])
    }
}

extension Metric {
    public func points(of partial: Partial, coverage: Coverage, in index: BucketIndex) -> [SeriesPoint] {
        pointsBySplitting(partial, coverage: coverage, in: index)
    }

    /// The numbers of all buckets, each from a part of its own; families of metrics have quicker ways.
    func pointsBySplitting(_ partial: Partial, coverage: Coverage, in index: BucketIndex) -> [SeriesPoint] {
        let parts = partial.split(into: index.buckets.count) { contribution, add in
            if let position = index.position(of: contribution.at) { add(Int(position)) }
        }
        return zip(parts, index.buckets).map { part, bucket in
            SeriesPoint(value(of: part, coverage: coverage.within(bucket), in: bucket))
        }
    }
}
