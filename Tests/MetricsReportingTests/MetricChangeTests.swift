import Foundation
import MetricsCore
import MetricsReporting
import MetricsStorage
import StorageConformance
import Testing

@Suite("Changes of metrics")
struct MetricChangeTests {
    @Test("A merge request that lands moves the numbers it counts in, with both values")
    func movesWhatItCountsIn() async throws {
        let storage = await SampleStore.storage()
        let reporter = MetricsReporter(storage: storage)
        let landed = RecordSet([SampleStore.mergeRequest(5, day: 5, after: 20 * 3600)])
        let changes = try await reporter.changes(after: await storage.merge(landed), for: SampleStore.period)

        let timeToMerge = try #require(changes.first { $0.metric == .timeToMerge })
        #expect(timeToMerge.title == "acme/b*sy")
        #expect(timeToMerge.project == SampleStore.busy)
        #expect(timeToMerge.before.number == 2.5 * 3600)
        #expect(timeToMerge.after.number == 10_800.0)
        #expect(timeToMerge.isOfNumber)
        #expect(changes.allSatisfy { $0.metric != .deploymentFrequency })
    }

    @Test("What is left out changes the evidence, not the number")
    func evidenceAlone() async throws {
        let storage = await SampleStore.storage()
        let reporter = MetricsReporter(storage: storage)
        let byBot = RecordSet([SampleStore.mergeRequest(10, day: 5, after: 60, by: "project_1_bot_y")])
        let changes = try await reporter.changes(after: await storage.merge(byBot), for: SampleStore.period)

        let timeToMerge = try #require(changes.first { $0.metric == .timeToMerge })
        #expect(!timeToMerge.isOfNumber)
        #expect(timeToMerge.after.evidence.excluded(.bot).map(\.id) == ["9", "10"])
    }

    @Test("What was known changes nothing")
    func nothingNew() async throws {
        let storage = await SampleStore.storage()
        let reporter = MetricsReporter(storage: storage)
        let again = await storage.merge(SampleStore.records())
        #expect(try await reporter.changes(after: again, for: SampleStore.period).isEmpty)
    }

    /// For any state and any news the changes are the difference of two reports.
    @Test("The changes are what tells the report before from the report after", arguments: UInt64(1)...12)
    func isTheDifference(seed: UInt64) async throws {
        var generator = RecordGenerator(seed: seed)
        generator.step = 43_200
        let storage = InMemoryStorage(generator.set(of: 150))
        let reporter = MetricsReporter(storage: storage)
        let period = ReportPeriod(
            start: Instant(secondsSince1970: -5 * 86_400), end: Instant(secondsSince1970: 5 * 86_400),
            timeZone: .gmt)
        var count = 0
        for _ in 0..<12 {
            let before = try await values(reporter, period)
            let changes = await storage.merge(generator.set(of: 4))
            let after = try await values(reporter, period)
            let moved = try await reporter.changes(after: changes, for: period)
            #expect(Set(moved.map { Place($0) }).count == moved.count)
            for change in moved {
                #expect(change.before == before[Place(change)] ?? change.before)
                #expect(change.after == after[Place(change)])
            }
            count += moved.count
            let touched = Set(moved.map { Place($0) })
            for (place, value) in after where !touched.contains(place) {
                #expect(before[place] == value || before[place] == nil, "\(place) moved unseen")
            }
        }
        #expect(count > 0)
    }

    private struct Place: Hashable {
        var project: ProjectKey
        var metric: MetricID

        init(_ change: MetricChange) { self.init(change.project, change.metric) }

        init(_ project: ProjectKey, _ metric: MetricID) {
            self.project = project
            self.metric = metric
        }
    }

    private func values(
        _ reporter: MetricsReporter, _ period: ReportPeriod
    ) async throws -> [Place: MetricValue] {
        var values: [Place: MetricValue] = [:]
        for section in try await reporter.report(for: period).projects {
            guard let project = section.project else { continue }
            for value in section.values { values[Place(project, value.metric)] = value }
        }
        return values
    }
}
