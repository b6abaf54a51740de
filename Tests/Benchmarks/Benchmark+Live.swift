import Foundation
import MetricsCore
import MetricsReporting
import MetricsStorage

extension Benchmark {
    static let live = Benchmark(
        name: "live", title: "One more merge request in an open report, by how many there are already"
    ) {
        var figures: [Figure] = []
        for count in [10_000, 100_000, 1_000_000] {
            let storage = InMemoryStorage()
            let perProject = count / 10
            for project in 0..<10 { await storage.merge(SampleRecords.project(project, changes: perProject)) }
            let period = ReportPeriod(
                start: SampleRecords.start, end: SampleRecords.start.advanced(bySeconds: 4000 * 86_400),
                timeZone: .gmt)
            let reporter = MetricsReporter(storage: storage)
            var live = try await reporter.liveReport(for: period)
            var times: [Double] = []
            for index in 0..<500 {
                let record = SampleRecords.mergeRequest(
                    perProject + index, in: SampleRecords.project(index % 10))
                let changes = await storage.merge(RecordSet([record]))
                var moved: [LiveChange] = []
                times.append(seconds { moved = live.apply(changes) })
                guard !moved.isEmpty else { throw LiveFailure() }
            }
            times.sort()
            figures.append(Figure("\(count) merge requests, median", times[times.count / 2] * 1e6, "µs"))
            figures.append(Figure("\(count) merge requests, p99", times[times.count * 99 / 100] * 1e6, "µs"))
        }
        return figures
    }

    private struct LiveFailure: Error {}
}
