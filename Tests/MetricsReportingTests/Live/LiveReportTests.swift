import Foundation
import MetricsCore
import MetricsReporting
import MetricsStorage
import StorageConformance
import Testing

@Suite("A report kept open")
struct LiveReportTests {
    static let period = ReportPeriod(
        start: Instant(secondsSince1970: 1_700_000_000), end: Instant(secondsSince1970: 1_760_000_000),
        timeZone: .gmt)

    /// What an open report says of a value made anew: all but which records it rests on.
    static func counted(_ value: MetricValue) -> MetricValue {
        MetricValue(
            metric: value.metric, definition: value.definition, period: value.period, unit: value.unit,
            number: value.number, distribution: value.distribution, fraction: value.fraction,
            evidence: value.evidence.counted, coverage: value.coverage)
    }

    static func expectSame(_ live: LiveReport, _ reporter: MetricsReporter, _ note: String) async throws {
        let anew = try await reporter.report(for: period)
        for value in live.values {
            #expect(value == anew[value.metric].map(counted), "\(value.metric) \(note)")
        }
    }

    @Test("After any changes it says what a report made anew says", arguments: 1...12)
    func agrees(seed: Int) async throws {
        let storage = InMemoryStorage()
        let reporter = MetricsReporter(
            storage: storage, configuration: .init(metrics: MetricCatalogue.all, breaksDownByProject: false))
        var generator = LiveWorld(seed: UInt64(seed))
        await storage.merge(generator.beginning())
        var live = try await reporter.liveReport(for: Self.period)
        try await Self.expectSame(live, reporter, "at first")
        for step in 1...25 {
            let changes = await storage.merge(generator.next())
            live.apply(changes)
            try await Self.expectSame(live, reporter, "after step \(step)")
        }
    }

    @Test("A change names the values it moved, before and after")
    func names() async throws {
        let storage = await SampleStore.storage()
        let reporter = MetricsReporter(storage: storage)
        var live = try await reporter.liveReport(for: SampleStore.period)
        let changes = await storage.merge(RecordSet([SampleStore.mergeRequest(20, day: 5, after: 100)]))
        let moved = live.apply(changes)
        #expect(moved.map(\.metric) == [.leadTime, .timeToFirstComment, .timeToApprove, .timeToMerge])
        let change = try #require(moved.last)
        #expect(change.before.evidence.sampleSize == 4)
        #expect(change.after.evidence.sampleSize == 5)
        #expect(change.description == "Time to merge 2h 30m → 2h (n 4 → 5)")
        #expect(live.apply(RecordChanges()).isEmpty)
    }
}
