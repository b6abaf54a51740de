public import MetricsCore

/// Metrics bucket by bucket: by day, ISO week, month or quarter.
public struct SeriesReport: Sendable {
    /// One metric's numbers over one project, or over all.
    public struct Row: Sendable {
        /// `nil` for all of them together.
        public var project: ProjectKey?
        public var title: String
        public var metric: MetricID
        public var definition: MetricDefinition
        public var unit: MetricUnit
        /// One for each bucket.
        public var points: [SeriesPoint]
        /// By reason, how many records each bucket leaves out.
        public var leftOut: [ExclusionReason: [Int]]
        public var coverage: Coverage
    }

    public var period: ReportPeriod
    public var bucket: Bucket
    public var buckets: [ReportPeriod]
    /// What people call each bucket.
    public var labels: [String]
    /// Of all projects together, in the order of the metrics.
    public var totals: [Row]
    /// Of each project, sorted by title, then in the order of the metrics; empty when no breakdown was asked for.
    public var projects: [Row]
}
