import Foundation
import MetricsCore
import MetricsReporting
import MetricsStorage
import Testing

/// What the pages show, as it stands there.
@Suite("Snippets of the pages")
struct SnippetTests {
    private let period = SampleStore.period
    private let now = SampleStore.period.end

    @Test("Groupings")
    func groupings() async throws {
        let storage = await SampleStore.storage()
        let reporter = MetricsReporter(
            storage: storage, configuration: .init(metrics: MetricCatalogue.review, grouping: .team))
        #expect(try await reporter.report(for: period).grouping == .team)
    }

    @Test("Partials")
    func partials() async throws {
        let storage = await SampleStore.storage()
        let reporter = MetricsReporter(storage: storage)
        let series = try await reporter.series(for: period, by: .week)
        #expect(series.labels.count == 3)

        let changes = RecordChanges()
        let rollUps = RollUps(of: reporter, in: storage)
        let values = try await rollUps.report(for: period, at: now)
        try await rollUps.update(after: changes, at: now)
        #expect(values.count == MetricCatalogue.headline.count)

        var live = try await reporter.liveReport(for: period)
        for change in live.apply(changes) { print(change) }
        #expect(live.values.count == values.count)
    }

    @Test("Privacy")
    func privacy() async throws {
        let storage = await SampleStore.storage()
        let reporter = MetricsReporter(
            storage: storage, configuration: .init(grouping: .team, privacy: .teams))
        #expect(try await reporter.report(for: period).groups.isEmpty == false)
    }

    @Test("Alerts")
    func alerts() async throws {
        let values = try await MetricsReporter(storage: SampleStore.storage()).report(for: period).total
            .values
        let rule = AlertRule("slow", .above(.changeFailureRate, 0.15), leastSample: 10)
        if let alert = rule.alert(on: values) { print(alert) }
    }

    @Test("Metrics")
    func metrics() {
        let metric = TimeToMerge().redefined { $0.statistic = .p90 }
        #expect(metric.definition.description.hasPrefix("90th percentile over"))
    }

    @Test("Working time")
    func workingTime() throws {
        let berlin = try #require(WorkCalendar("Mon-Fri 09:00-17:00 Europe/Berlin"))
        let metric = TimeToMerge().redefined { $0.calendar = .working(berlin) }
        #expect(metric.definition.description.contains("working time, Mon-Fri 09:00-17:00 Europe/Berlin"))
    }

    @Test("People")
    func people() async throws {
        let storage = await SampleStore.storage()
        let read = Roster.csv(
            """
            person,name,username,email,team,from,until,jira
            ada,Ada Byron,ada,ada@example.com,Engine,2025-01-01,,ADA-1
            ada,,ada.byron,ada@home.example,Difference,2024-01-01,2025-01-01,
            """)
        let reporter = MetricsReporter(
            storage: storage, configuration: .init(rules: FactRules(roster: read.roster), grouping: .team))
        #expect(read.problems.isEmpty && read.roster.people.count == 1)
        #expect(try await reporter.report(for: period).groups.isEmpty == false)
    }
}
