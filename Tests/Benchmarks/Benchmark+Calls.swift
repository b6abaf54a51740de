import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage

extension Benchmark {
    static let calls = Benchmark(
        name: "calls",
        title: """
            requests for 50 projects of 200 merge requests in 30 days, at most 600 a minute, 100 ms each, on a virtual \
            clock: at once, planned, a day later with 1 % changed, and the plain way
            """
    ) {
        let lab = try CallsLab(projects: 50, mergeRequestsPerProject: 200)
        let callPlan = try await lab.backfill().callPlan(for: lab.plan)
        let planned = callPlan.duration(requestsPerMinute: 600, latency: .milliseconds(100))
        let first = try await lab.run()
        let mergeRequests = Double(first.mergeRequests)
        let changed = try lab.changeOnePercent()
        let second = try await lab.run()
        let plain = try await lab.plainWay()
        return [
            Figure("merge requests", mergeRequests, "merge requests"),
            Figure("planned", Double(callPlan.requests), "requests"),
            Figure("planned time", planned / .seconds(60), "min"),
            Figure("asked", Double(first.total), "requests"),
            Figure("time", first.duration / .seconds(60), "min"),
            Figure("for merge requests", Double(first.count(.mergeRequest)), "requests"),
            Figure(
                "for each merge request", Double(first.count(.mergeRequest)) / mergeRequests, "requests",
                ratio: plain.perMergeRequest * mergeRequests / Double(first.count(.mergeRequest))),
            Figure("for deployments and what they carry", Double(first.count(.deployment)), "requests"),
            Figure("for environments", Double(first.count(.environment)), "requests"),
            Figure("for issues", Double(first.count(.issue)), "requests"),
            Figure("for pipelines", Double(first.count(.pipeline)), "requests"),
            Figure("for commits of branches", Double(first.count(.commit)), "requests"),
            Figure("for projects and what is offered", Double(first.count(.project)), "requests"),
            Figure("a day later: changed merge requests", Double(changed), "merge requests"),
            Figure("a day later: for merge requests", Double(second.count(.mergeRequest)), "requests"),
            Figure("a day later: for each project", Double(second.count(.mergeRequest)) / 50, "requests"),
            Figure("a day later: asked", Double(second.total), "requests"),
            Figure("the plain way: asked", plain.perMergeRequest * mergeRequests, "requests"),
            Figure("the plain way: for each merge request", plain.perMergeRequest, "requests"),
            Figure("the plain way: time for merge requests", plain.duration / .seconds(60), "min"),
        ]
    }
}

/// A generated instance behind a limit of requests, a store, and a virtual clock that runs while one waits.
struct CallsLab {
    static let end = Date(timeIntervalSince1970: 1_768_000_000)

    struct Run {
        var total: Int
        var byKind: [RecordKind: Int]
        var mergeRequests: Int
        var duration: Duration

        func count(_ kind: RecordKind) -> Int { byKind[kind, default: 0] }
    }

    let time = VirtualTime(end)
    let fake: FakeGitLab
    let storage = InMemoryStorage()
    let plan = BackfillPlan(instance: "calls", groups: ["acme"], days: 40, now: end)
    private let token: String

    init(projects: Int, mergeRequestsPerProject: Int) throws {
        let world = WorldGenerator.Configuration(
            projects: projects, mergeRequestsPerProject: mergeRequestsPerProject, days: 30, end: Self.end)
        token = world.token
        fake = FakeGitLab(
            world: try WorldGenerator(world).world(), time: time, rateLimit: RateLimit(perMinute: 600),
            faults: FaultPlan([FaultRule(.latency(.milliseconds(100)))]))
    }

    private func client() throws -> GitLabClient {
        GitLabClient.standard(
            instance: try InstanceURL("https://gitlab.test"),
            credentials: StaticCredential(AccessToken(token)),
            over: FakeGitLabTransport(fake), transport: .init(rateLimiting: .init(requestsPerMinute: 600)),
            time: time, random: { 0.5 })
    }

    func backfill() throws -> Backfill {
        Backfill(client: try client(), storage: storage, state: storage, time: time)
    }

    func run() async throws -> Run {
        let asked = fake.requestCount
        let outcome = try await backfill().run(plan)
        guard outcome.isCompleted, fake.requestCount - asked >= outcome.requests else {
            throw GitLabError(.serverFault, detail: "the run is not complete")
        }
        let stored = await storage.records(matching: RecordQuery(kinds: [.mergeRequest]))
        return Run(
            total: fake.requestCount - asked, byKind: outcome.requestsByKind,
            mergeRequests: stored.projects.values.reduce(0) { $0 + $1.mergeRequests.count },
            duration: outcome.duration)
    }

    private struct User: Decodable { let id: Int }

    /// A day passes, in which somebody comments on one of a hundred merge requests.
    ///
    /// - Returns: how many.
    func changeOnePercent() throws -> Int {
        time.advance(by: .seconds(43_200))
        let user = try JSONDecoder().decode([User].self, from: fake.world.json(.users)).last?.id ?? 1
        let changed = try fake.change { world in
            var changed = 0
            for project in world.projectIDs {
                let iids = world.mergeRequestIIDs(in: project).enumerated().filter { $0.offset % 100 == 7 }
                for iid in iids.map(\.element) {
                    _ = try world.comment(on: iid, in: project, by: user, body: "Please have a look.")
                    changed += 1
                }
            }
            return changed
        }
        time.advance(by: .seconds(43_200))
        return changed
    }

    /// What others do: the list, and for each merge request its notes, commits and approvals, and itself.
    func plainWay() async throws -> (perMergeRequest: Double, duration: Duration) {
        let client = try client()
        let began = time.elapsed
        let asked = fake.requestCount
        var mergeRequests = 0
        // Two projects tell what fifty would take.
        for id in fake.world.projectIDs.prefix(2) {
            let project = ProjectReference(integerLiteral: id)
            for try await row in client.items(.mergeRequests(in: project)) {
                mergeRequests += 1
                for try await _ in client.items(.notes(ofMergeRequest: row.iid, in: project)) {}
                for try await _ in client.items(.commits(ofMergeRequest: row.iid, in: project)) {}
                _ = try await client.send(.approvals(ofMergeRequest: row.iid, in: project))
                _ = try await client.send(.mergeRequest(row.iid, in: project))
            }
        }
        let requests = fake.requestCount - asked
        let share = Double(fake.world.projectIDs.count) / 2
        return (Double(requests) / Double(mergeRequests), (time.elapsed - began) * share)
    }
}
