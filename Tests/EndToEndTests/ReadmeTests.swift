import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsReporting
import MetricsStorage
import Testing

/// The code of the README, as it stands there. `connect` needs a real GitLab and only has to compile; the rest runs
/// against the fake.
@Suite("README")
struct ReadmeTests {
    static func connect(_ token: String) throws -> GitLabClient {
        let instance = try InstanceURL("https://gitlab.example.com")
        let client = GitLabClient.standard(
            instance: instance, credentials: StaticCredential(AccessToken(token)))
        return client
    }

    @Test("Its steps, one after the other, give a report")
    func steps() async throws {
        let time = VirtualTime()
        let world = try WorldGenerator(.init(seed: 7, projects: 2, end: time.now)).world()
        let fake = FakeGitLab(
            world: world, time: time, faults: FaultPlan([FaultRule(.serviceUnavailable, .every(5))]))
        let client = GitLabClient.standard(
            instance: try InstanceURL("https://gitlab.example.com"),
            credentials: StaticCredential(AccessToken("glpat-fake-metrics-reader")),
            over: FakeGitLabTransport(fake), time: time, random: { 0.5 })

        let report = try await Self.report(client, now: time.now)
        #expect(report.projects.count == 2)
        #expect(report[.leadTime]?.number != nil)
        // A request that had to be repeated proves only what was there before its first try.
        let almost = report.period.end.advanced(bySeconds: -60)
        #expect(report[.leadTime]?.coverage.gaps.allSatisfy { $0.until ?? .distantPast > almost } == true)
    }

    static func report(_ client: GitLabClient, now: Date) async throws -> MetricsReport {
        let storage = InMemoryStorage()
        let backfill = Backfill(client: client, storage: storage, state: storage)
        let outcome = try await backfill.run(
            BackfillPlan(instance: "gitlab", groups: ["acme"], now: now))
        #expect(outcome.projects.count == 2)

        let period = ReportPeriod(days: 30, endingAt: Instant(now), timeZone: .gmt)
        let report = try await MetricsReporter(storage: storage).report(for: period)

        let leadTime = report[.leadTime]
        print(leadTime?.number ?? .nan, leadTime?.evidence.sampleSize ?? 0)
        print(report.table())
        return report
    }

    @Test("What a run will ask is known before")
    func callPlan() async throws {
        let time = VirtualTime()
        let world = try WorldGenerator(.init(seed: 7, projects: 2, end: time.now)).world()
        let client = GitLabClient(
            instance: try InstanceURL("https://gitlab.example.com"),
            credentials: StaticCredential(AccessToken("glpat-fake-metrics-reader")),
            transport: FakeGitLabTransport(FakeGitLab(world: world, time: time)), time: time)
        let storage = InMemoryStorage()
        let backfill = Backfill(client: client, storage: storage, state: storage, time: time)
        try await Self.printPlan(backfill, now: time.now)
        #expect(await storage.records(matching: .all).isEmpty)
    }

    static func printPlan(_ backfill: Backfill, now: Date) async throws {
        let callPlan = try await backfill.callPlan(
            for: BackfillPlan(instance: "gitlab", groups: ["acme"], now: now))
        print(callPlan.requests, callPlan.duration(requestsPerMinute: 600))
        #expect(callPlan.requests > 10)
    }

    @Test("A list is a sequence that follows GitLab's pages")
    func lists() async throws {
        let time = VirtualTime()
        let world = try WorldGenerator(.init(seed: 7, projects: 1, end: time.now)).world()
        let client = GitLabClient(
            instance: try InstanceURL("https://gitlab.example.com"),
            credentials: StaticCredential(AccessToken("glpat-fake-metrics-reader")),
            transport: FakeGitLabTransport(FakeGitLab(world: world, time: time)), time: time)
        try await Self.printOpen(client)
    }

    static func printOpen(_ client: GitLabClient) async throws {
        let group = try await client.send(.group("acme"))
        for try await project in client.items(.projects(in: .id(group.id), includeSubgroups: true)) {
            print(project.pathWithNamespace)
        }
    }
}
