public import MetricsCore

/// All values for a period: over everything, and for each project by itself.
public struct MetricsReport: Codable, Hashable, Sendable {
    /// The values of one group of records.
    public struct Section: Codable, Hashable, Sendable {
        /// The project, or `nil` for all of them together.
        public var project: ProjectKey?
        /// What people call it: the project's path.
        public var title: String
        /// In the order of the catalogue; empty when no breakdown was asked for.
        public var values: [MetricValue]

        public init(project: ProjectKey?, title: String, values: [MetricValue]) {
            self.project = project
            self.title = title
            self.values = values
        }

        /// The value of one metric.
        public subscript(_ metric: MetricID) -> MetricValue? { values.first { $0.metric == metric } }
    }

    public var period: ReportPeriod
    public var total: Section
    /// Sorted by title.
    public var projects: [Section]

    public init(period: ReportPeriod, total: Section, projects: [Section]) {
        self.period = period
        self.total = total
        self.projects = projects
    }

    /// The value of one metric over all projects.
    public subscript(_ metric: MetricID) -> MetricValue? { total[metric] }
}
