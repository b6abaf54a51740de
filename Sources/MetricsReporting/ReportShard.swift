import MetricsCore
import MetricsStorage

/// Some of a report's projects, taken in one after the other: shards of different projects merge to the report of all.
struct ReportShard: Sendable {
    var columns: [any ReportColumn]
    var sections: [MetricsReport.Section] = []

    init(_ configuration: MetricsReporter.Configuration, _ period: ReportPeriod) {
        columns = configuration.metrics.map { Self.column($0, period, configuration) }
    }

    mutating func add(_ facts: ProjectFacts, breaksDown: Bool) {
        var values: [MetricValue] = []
        for index in columns.indices {
            if let value = columns[index].add(facts, alone: breaksDown) { values.append(value) }
        }
        let summary = facts.records.project[facts.project]?.summary?.value
        sections.append(
            MetricsReport.Section(
                project: facts.project, title: summary?.path ?? facts.project.description, values: values))
    }

    mutating func merge(_ other: Self) {
        for index in columns.indices { columns[index].merge(other.columns[index]) }
        sections += other.sections
    }

    private static func column<M: Metric>(
        _ metric: M, _ period: ReportPeriod, _ configuration: MetricsReporter.Configuration
    ) -> any ReportColumn {
        MetricColumn(
            metric, period, by: configuration.grouping,
            tracksAudience: configuration.privacy.smallestGroup > 1)
    }
}

extension MetricsReport {
    init(_ shard: ReportShard, for period: ReportPeriod, by grouping: Grouping?) {
        self.init(
            period: period,
            total: Section(project: nil, title: "All projects", values: shard.columns.map(\.total)),
            projects: shard.sections.sorted {
                ($0.title, $0.project ?? ProjectKey("", 0)) < ($1.title, $1.project ?? ProjectKey("", 0))
            })
        guard let grouping else { return }
        self.grouping = grouping
        let columns = shard.columns.map(\.groups)
        groups = Set(columns.flatMap(\.keys)).sorted().map { group in
            Section(project: nil, group: group, title: group.title, values: columns.compactMap { $0[group] })
        }
    }
}
