import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsReporting
import MetricsStorage
import Testing

@Suite("What the way of reading does not tell")
struct UntoldTests {
    private func report(_ faults: FaultPlan, version: GitLabVersion = .v19) async throws -> MetricsReport {
        let time = VirtualTime()
        let world = try WorldGenerator(.init(seed: 5, projects: 2, end: time.now, version: version)).world()
        let client = GitLabClient(
            instance: try InstanceURL("https://gitlab.test"),
            credentials: StaticCredential(AccessToken("glpat-fake-metrics-reader")),
            transport: FakeGitLabTransport(FakeGitLab(world: world, time: time, faults: faults)), time: time)
        let storage = InMemoryStorage()
        let outcome = try await Backfill(client: client, storage: storage, state: storage, time: time)
            .run(BackfillPlan(instance: "gitlab", groups: ["acme"], now: time.now))
        #expect(outcome.isCompleted)
        let period = ReportPeriod(days: 30, endingAt: Instant(time.now), timeZone: .gmt)
        return try await MetricsReporter(storage: storage).report(for: period)
    }

    @Test("stands in every form of the report when GraphQL is not to be had")
    func withoutGraphQL() async throws {
        let report = try await report(FaultPlan([FaultRule(.notFound, at: "graphql")]))
        let line = "Not told by the way records were read: bots, finish, issue notes, size, time logs."
        #expect(report.table().contains(line))
        #expect(report.markdown().contains(line))
        #expect(report[.leadTime]?.coverage.untold.contains(.finish) == true)
        #expect(String(decoding: try report.json(), as: UTF8.self).contains("\"untold\""))
    }

    @Test("is nothing where both ways are open")
    func withBoth() async throws {
        let report = try await report(FaultPlan())
        #expect(!report.table().contains("Not told"))
        #expect(report[.leadTime]?.coverage.untold == [])
    }

    @Test("says what old releases leave out")
    func oldRelease() async throws {
        let report = try await report(FaultPlan(), version: .v15)
        #expect(report[.timeToMerge]?.coverage.untold.contains(.commitDates) == true)
        #expect(report[.leadTime]?.coverage.untold.contains(.finish) == true)
    }
}
