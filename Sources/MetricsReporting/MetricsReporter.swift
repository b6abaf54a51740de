public import MetricsCore
public import MetricsStorage

/// Reads the store, applies metrics: the only reader that computes.
public struct MetricsReporter: Sendable {
    public struct Configuration: Sendable {
        /// What is computed, in the order in which it is shown; the headline metrics by default.
        public var metrics: [any Metric]
        /// How facts are read from records: bots, production environments, failure attribution.
        public var rules: FactRules
        /// Whether each project gets values of its own beside those of all together; by default it does.
        public var breaksDownByProject: Bool

        public init(
            metrics: [any Metric] = MetricCatalogue.headline, rules: FactRules = .standard,
            breaksDownByProject: Bool = true
        ) {
            self.metrics = metrics
            self.rules = rules
            self.breaksDownByProject = breaksDownByProject
        }
    }

    public let storage: any RecordStorage
    public let configuration: Configuration

    public init(storage: any RecordStorage, configuration: Configuration = Configuration()) {
        self.storage = storage
        self.configuration = configuration
    }

    /// All metrics over the stored projects, project after project: memory grows with the largest project, not
    /// with their number, plus 8 to 16 bytes per counted record and metric for its evidence.
    ///
    /// - Parameters:
    ///   - projects: only these; `nil` for all that are stored.
    ///   - period: the span of time reported on.
    /// - Throws: what the store throws.
    /// - Complexity: O(records of the period), O(n log n) in the notes of a merge request.
    @concurrent
    public func report(
        on projects: Set<ProjectKey>? = nil, for period: ReportPeriod
    ) async throws(StorageError) -> MetricsReport {
        var columns: [any ReportColumn] = configuration.metrics.map { Self.column($0, period) }
        var sections: [MetricsReport.Section] = []
        for project in try await ordered(projects) {
            let query = RecordQuery(
                projects: [project], activity: reach(of: period), mayExceedActivity: true)
            let records = try await storage.records(matching: query)[project]
            let facts = ProjectFacts(of: project, records, rules: configuration.rules)
            var values: [MetricValue] = []
            for index in columns.indices {
                let value = columns[index].add(facts, alone: configuration.breaksDownByProject)
                if let value { values.append(value) }
            }
            let summary = records.project[project]?.summary?.value
            sections.append(
                MetricsReport.Section(
                    project: project, title: summary?.path ?? project.description, values: values))
        }
        sections.sort {
            ($0.title, $0.project ?? ProjectKey("", 0)) < ($1.title, $1.project ?? ProjectKey("", 0))
        }
        return MetricsReport(
            period: period,
            total: MetricsReport.Section(project: nil, title: "All projects", values: columns.map(\.total)),
            projects: sections)
    }

    private func ordered(_ projects: Set<ProjectKey>?) async throws(StorageError) -> [ProjectKey] {
        if let projects { return projects.sorted() }
        return try await storage.projects().sorted()
    }

    /// What happened around the period decides on what happened in it: an incident after it is held against a
    /// deployment within.
    func reach(of period: ReportPeriod) -> Range<Instant> {
        let limit = configuration.rules.attributionLimit
        return period.start.advanced(bySeconds: -limit)..<period.end.advanced(bySeconds: limit)
    }

    private static func column<M: Metric>(_ metric: M, _ period: ReportPeriod) -> any ReportColumn {
        MetricColumn(metric, period)
    }
}
