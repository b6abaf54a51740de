import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing

/// Calls are the currency: what `swift run -c release Benchmarks calls` measures at full size is held here at a tenth.
@Suite("Requests a backfill takes")
struct RequestBudgetTests {
    private static let end = Date(timeIntervalSince1970: 1_768_000_000)
    private let time = VirtualTime(end)
    private let fake: FakeGitLab
    private let storage = InMemoryStorage()
    private let plan = BackfillPlan(instance: "budget", groups: ["acme"], days: 40, now: end)
    private let token: String

    init() throws {
        let world = WorldGenerator.Configuration(
            projects: 5, mergeRequestsPerProject: 200, days: 30, end: Self.end)
        token = world.token
        fake = FakeGitLab(world: try WorldGenerator(world).world(), time: time)
    }

    private func backfill() throws -> Backfill {
        let client = GitLabClient(
            instance: try InstanceURL("https://gitlab.test"),
            credentials: StaticCredential(AccessToken(token)),
            transport: FakeGitLabTransport(fake), time: time)
        return Backfill(client: client, storage: storage, state: storage, time: time)
    }

    private func run() async throws -> BackfillOutcome {
        time.advance(by: .seconds(600))
        let before = fake.requestCount
        let outcome = try await backfill().run(plan)
        #expect(outcome.isCompleted)
        #expect(outcome.projects.allSatisfy { $0.fallbacks.isEmpty }, "\(outcome.projects.map(\.fallbacks))")
        #expect(fake.requestCount - before == outcome.requests)
        #expect(outcome.requestsByKind.values.reduce(0, +) == outcome.requests)
        return outcome
    }

    @Test("At most a tenth for each merge request, with all that hangs on it, and as planned")
    func first() async throws {
        let callPlan = try await backfill().callPlan(for: plan)
        let outcome = try await run()
        let stored = await storage.records(matching: .all)
        let mergeRequests = stored.projects.values.reduce(0) { $0 + $1.mergeRequests.count }
        let asked = outcome.requestsByKind[.mergeRequest, default: 0]
        #expect(mergeRequests >= 1_000)
        #expect(asked <= mergeRequests / 10, "\(outcome.requestsByKind)")
        #expect(outcome.requests <= 180 + 20, "\(outcome.requestsByKind)")
        #expect(
            stored.projects.values.allSatisfy { records in
                records.mergeRequests.allSatisfy {
                    $0.size != nil && $0.squashCommitSHA != nil && $0.closedBy != nil
                }
            })
        #expect(
            stored.projects.values.allSatisfy { records in
                records.mergeRequests.allSatisfy { records.listing(of: .note, in: $0.reference) != nil }
            })
        let ratio = Double(callPlan.requests) / Double(outcome.requests)
        #expect(
            0.5 < ratio && ratio < 2, "planned \(callPlan.requestsByKind), asked \(outcome.requestsByKind)")
    }

    @Test("A day later, with one in a hundred changed, at most two for each project")
    func dayLater() async throws {
        _ = try await run()
        time.advance(by: .seconds(43_200))
        try fake.change { world in
            for project in world.projectIDs {
                for iid in world.mergeRequestIIDs(in: project).enumerated().filter({ $0.offset % 100 == 7 }) {
                    _ = try world.comment(on: iid.element, in: project, by: 1, body: "Please have a look.")
                }
            }
        }
        time.advance(by: .seconds(43_200))
        let outcome = try await run()
        #expect(outcome.requestsByKind[.mergeRequest, default: 0] <= 2 * 5 + 1, "\(outcome.requestsByKind)")
    }

    @Test("With nothing changed, merge requests and issues take a few requests for all projects together")
    func nothingChanged() async throws {
        _ = try await run()
        time.advance(by: .seconds(86_400))
        let outcome = try await run()
        #expect(outcome.requestsByKind[.mergeRequest, default: 0] <= 2, "\(outcome.requestsByKind)")
        #expect(outcome.requestsByKind[.issue, default: 0] == 0, "\(outcome.requestsByKind)")
        #expect(outcome.requestsByKind[.pipeline, default: 0] == 0, "\(outcome.requestsByKind)")
    }
}
