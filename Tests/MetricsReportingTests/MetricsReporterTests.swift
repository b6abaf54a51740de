import MetricsCore
import MetricsReporting
import MetricsStorage
import Testing

@Suite("Metrics reporter")
struct MetricsReporterTests {
    @Test("A report holds every metric of the catalogue, in its order, for all projects and for each")
    func holdsEveryMetric() async throws {
        let report = try await MetricsReporter(storage: SampleStore.storage()).report(for: SampleStore.period)
        let wanted = MetricCatalogue.headline.map(\.id)
        #expect(report.total.values.map(\.metric) == wanted)
        #expect(report.projects.map(\.title) == ["acme/b*sy", "acme/idle"])
        for section in report.projects { #expect(section.values.map(\.metric) == wanted) }
    }

    @Test("The total over projects is what the metric says of all records at once")
    func totalsAgree() async throws {
        let report = try await MetricsReporter(storage: SampleStore.storage()).report(for: SampleStore.period)
        let direct = MetricCatalogue.values(over: SampleStore.records(), in: SampleStore.period)
        #expect(report.total.values == direct)
        #expect(report[.timeToMerge]?.number == 2.5 * 3600)
        #expect(report[.timeToMerge]?.evidence.sampleSize == 4)
        #expect(report[.timeToMerge]?.evidence.excluded(.bot).map(\.id) == ["9"])
    }

    @Test("Only the chosen projects are reported on")
    func choosesProjects() async throws {
        let reporter = MetricsReporter(storage: await SampleStore.storage())
        let report = try await reporter.report(on: [SampleStore.idle], for: SampleStore.period)
        #expect(report.projects.map(\.project) == [SampleStore.idle])
        #expect(report[.timeToMerge]?.number == nil)
        #expect(report[.timeToMerge]?.absence == .nothingHappened)
    }

    @Test("A project of which nothing is stored is not collected, never zero")
    func unknownProject() async throws {
        let reporter = MetricsReporter(storage: InMemoryStorage())
        let unknown = ProjectKey(SampleStore.instance, 99)
        let report = try await reporter.report(on: [unknown], for: SampleStore.period)
        for value in report.total.values {
            #expect(value.number == nil)
            #expect(value.absence == .notCollected)
            #expect(value.coverage.state == .notCollected)
        }
    }

    @Test("Without a breakdown projects are named but not measured alone")
    func withoutBreakdown() async throws {
        let reporter = MetricsReporter(
            storage: await SampleStore.storage(), configuration: .init(breaksDownByProject: false))
        let report = try await reporter.report(for: SampleStore.period)
        #expect(report.projects.flatMap(\.values).isEmpty)
        #expect(report[.timeToMerge]?.evidence.sampleSize == 4)
    }
}
