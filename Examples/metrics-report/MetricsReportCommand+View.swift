import Console
import Foundation
import MetricsCore
import MetricsIngestion
import MetricsReporting
import MetricsStorage

extension MetricsReportCommand {
    /// What has to be read for those metrics: what the standard ones need, and what else these do.
    static func kinds(for metrics: [any Metric], _ view: View) -> Set<RecordKind> {
        let needed = Set(metrics.flatMap(\.kinds))
        return BackfillPlan.standardKinds.union(needed.intersection(BackfillPlan.allKinds))
    }

    /// What was asked to be shown.
    func text(
        by reporter: MetricsReporter, for period: ReportPeriod, from storage: InMemoryStorage
    ) async throws -> String {
        if let subject = arguments.view.explained {
            return try await explanation(of: subject, by: reporter, for: period, from: storage)
        }
        if let bucket = arguments.view.bucket {
            return try await reporter.series(for: period, by: bucket).table()
        }
        let report = try await reporter.report(for: period)
        if arguments.view.comparesWithPrevious {
            let earlier = try await reporter.report(for: period.previous)
            return "Engineering metrics, \(arguments.days) days, and the \(arguments.days) before\n"
                + report.comparison(with: earlier)
        }
        switch arguments.format {
        case .table: return report.table() + tiers(of: report)
        case .markdown: return report.markdown()
        case .json: return String(decoding: try report.json(), as: UTF8.self) + "\n"
        }
    }

    /// Every project that has one of that number says how it counts there.
    private func explanation(
        of subject: Subject, by reporter: MetricsReporter, for period: ReportPeriod,
        from storage: InMemoryStorage
    ) async throws -> String {
        var texts: [String] = []
        for (project, records) in await storage.records(matching: .all).projects.sorted(by: {
            $0.key < $1.key
        }) {
            let facts = ProjectFacts(of: project, records, rules: reporter.configuration.rules)
            let explainer = Explainer(facts, metrics: reporter.configuration.metrics, in: period)
            guard let reference = subject.reference(in: facts),
                let explanation = explainer.explain(reference)
            else { continue }
            let path = records.project[project]?.summary?.value.path ?? project.description
            texts.append("\(path)  " + explanation.text(in: period.timeZone))
        }
        guard !texts.isEmpty else {
            throw UsageError("nothing of that name was read; older ones need more --days")
        }
        return texts.joined(separator: "\n")
    }

    /// How the numbers rank, where the definition has tiers.
    private func tiers(of report: MetricsReport) -> String {
        let tables: [MetricDefinition.Preset: PerformanceTable] = [
            .gitLab: .gitLab, .dora2021: .dora2021, .dora2023: .dora2023,
        ]
        guard let table = tables[arguments.view.preset] else { return "" }
        let tiers = report.total.values.compactMap { value in
            table.tier(of: value).map { "\(value.metric.rawValue.replacing("_", with: " ")) \($0)" }
        }
        return tiers.isEmpty ? "" : "\nTiers of \(table.preset.rawValue): \(tiers.joined(separator: ", "))\n"
    }
}
