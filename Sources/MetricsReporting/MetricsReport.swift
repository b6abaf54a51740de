public import MetricsCore

/// All values for a period: over everything, and for each project by itself.
public struct MetricsReport: Codable, Hashable, Sendable {
    /// The values of one group of records.
    public struct Section: Codable, Hashable, Sendable {
        /// The project, or `nil` for all of them together.
        public var project: ProjectKey?
        /// The group, where values are told apart by groups.
        public var group: GroupKey?
        /// What people call it: the project's path.
        public var title: String
        /// In the order of the catalogue; empty when no breakdown was asked for.
        public var values: [MetricValue]

        public init(
            project: ProjectKey?, group: GroupKey? = nil, title: String, values: [MetricValue]
        ) {
            self.project = project
            self.group = group
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
    /// By what `groups` are told apart; `nil` where it was not asked.
    public var grouping: Grouping?
    /// Sorted by group. A record may be in several, so they need not add up.
    public var groups: [Section] = []

    public init(period: ReportPeriod, total: Section, projects: [Section]) {
        self.period = period
        self.total = total
        self.projects = projects
    }

    /// The value of one metric over all projects.
    public subscript(_ metric: MetricID) -> MetricValue? { total[metric] }
}
