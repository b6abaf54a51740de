public import MetricsCore
public import MetricsStorage

extension MetricsReporter {
    /// All metrics bucket by bucket, over all projects and for each, by one pass over each project.
    ///
    /// Snapshots (how things stand at the end of a bucket) are measured bucket by bucket.
    ///
    /// - Throws: what the store throws.
    /// - Complexity: O(records of the period), for snapshots O(merge requests × buckets).
    @concurrent
    public func series(
        on projects: Set<ProjectKey>? = nil, for period: ReportPeriod, by bucket: Bucket
    ) async throws(StorageError) -> SeriesReport {
        let index = BucketIndex(of: period, by: bucket)
        let projects = try await ordered(projects)
        let shard = try await sharded(projects) { (projects) async throws(StorageError) -> SeriesShard in
            var shard = SeriesShard(configuration, index)
            for project in projects {
                shard.add(
                    try await facts(of: project, for: period), breaksDown: configuration.breaksDownByProject)
            }
            return shard
        } merge: {
            $0.merge($1)
        }
        return SeriesReport(
            period: period, bucket: bucket, buckets: index.buckets, labels: index.labels,
            totals: shard.columns.map(\.total),
            projects: shard.rows.enumerated().sorted { ($0.1.title, $0.0) < ($1.1.title, $1.0) }.map(\.1))
    }
}

/// Some projects' part of a series report.
struct SeriesShard: Sendable {
    var columns: [any SeriesColumn]
    var rows: [SeriesReport.Row] = []

    init(_ configuration: MetricsReporter.Configuration, _ index: BucketIndex) {
        columns = configuration.metrics.map { Self.column($0, index) }
    }

    mutating func add(_ facts: ProjectFacts, breaksDown: Bool) {
        for position in columns.indices {
            if let row = columns[position].add(facts, alone: breaksDown) { rows.append(row) }
        }
    }

    mutating func merge(_ other: Self) {
        for index in columns.indices { columns[index].merge(other.columns[index]) }
        rows += other.rows
    }

    private static func column<M: Metric>(_ metric: M, _ index: BucketIndex) -> any SeriesColumn {
        MetricSeriesColumn(metric, index)
    }
}

/// One metric of a series report, with its type forgotten.
protocol SeriesColumn: Sendable {
    mutating func add(_ facts: ProjectFacts, alone: Bool) -> SeriesReport.Row?
    mutating func merge(_ other: any SeriesColumn)
    var total: SeriesReport.Row { get }
}

struct MetricSeriesColumn<M: Metric>: SeriesColumn {
    private var fold: SeriesFold<M>

    init(_ metric: M, _ index: BucketIndex) { fold = SeriesFold(metric, in: index) }

    mutating func add(_ facts: ProjectFacts, alone: Bool) -> SeriesReport.Row? {
        var own = SeriesFold(fold.metric, in: fold.index)
        own.add(facts)
        fold.merge(own)
        let path = facts.records.project[facts.project]?.summary?.value.path
        return alone ? Self.row(own.series, facts.project, path ?? facts.project.description) : nil
    }

    mutating func merge(_ other: any SeriesColumn) {
        if let other = other as? Self { fold.merge(other.fold) }
    }

    var total: SeriesReport.Row { Self.row(fold.series, nil, "All projects") }

    private static func row(
        _ series: MetricSeries<M>, _ project: ProjectKey?, _ title: String
    ) -> SeriesReport.Row {
        let metric = series.metric
        return SeriesReport.Row(
            project: project, title: title, metric: metric.id, definition: metric.definition,
            unit: metric.value(of: M.Partial(), coverage: Coverage(), in: series.period).unit,
            points: series.points, leftOut: series.leftOut, coverage: series.coverage)
    }
}
