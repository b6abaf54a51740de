import Foundation
import MetricsCore
import MetricsReporting
import MetricsStorage

extension Benchmark {
    static let reporting = Benchmark(
        name: "reporting",
        title: "All metrics over 1,000,000 merge requests and 1,000,000 deployments in 50 projects"
    ) {
        let projects = 50
        let perProject = 20_000
        let storage = InMemoryStorage()
        let loading = await seconds {
            for index in 0..<projects {
                await storage.merge(SampleRecords.project(index, changes: perProject))
            }
        }
        let period = ReportPeriod(
            start: SampleRecords.start, end: SampleRecords.start.advanced(bySeconds: 100 * 86_400),
            timeZone: .gmt)
        let month = ReportPeriod(
            start: SampleRecords.start.advanced(bySeconds: 30 * 86_400),
            end: SampleRecords.start.advanced(bySeconds: 60 * 86_400), timeZone: .gmt)
        let reporter = MetricsReporter(storage: storage, configuration: .init(breaksDownByProject: false))
        var samples = 0
        var everything = Double.infinity
        for _ in 0..<3 {
            let once = try await seconds {
                let report = try await reporter.report(for: period)
                samples = report.total.values.reduce(0) { $0 + $1.evidence.sampleSize }
            }
            everything = min(everything, once)
        }
        let oneMonth = try await seconds { _ = try await reporter.report(for: month) }
        return [
            Figure("loading the store", loading, "s"),
            Figure("report over everything", everything, "s"),
            Figure("samples in it", Double(samples), "records"),
            Figure("report over 30 days of it", oneMonth, "s"),
            Figure("peak memory", Memory.peak / 1_000_000, "MB"),
        ]
    }
}
