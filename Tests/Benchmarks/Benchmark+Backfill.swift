import FakeGitLab
import Foundation
import GitLabAPI
import LoopbackServer
import MetricsCore
import MetricsIngestion
import MetricsStorage

extension Benchmark {
    static let backfill = Benchmark(
        name: "backfill",
        title: "50 projects of 200 merge requests over loopback HTTP, 50 ms latency, 32 in flight, then again"
    ) {
        let now = Date()
        let world = WorldGenerator.Configuration(
            projects: 50, mergeRequestsPerProject: 200, days: 30, end: now)
        let server = try FakeGitLabServer(
            generating: world, faults: FaultPlan([FaultRule(.latency(.milliseconds(50)))]))
        let instance = try InstanceURL(server.start().absoluteString)
        defer { server.stop() }
        let client = GitLabClient.standard(
            instance: instance, credentials: StaticCredential(AccessToken(world.token)),
            over: URLSessionTransport(configuration: .init(maximumConcurrentRequests: 32)),
            transport: .init(rateLimiting: .init(requestsPerMinute: nil)))
        let storage = InMemoryStorage()
        let backfill = Backfill(
            client: client, storage: storage, state: storage,
            configuration: .init(projectsAtOnce: 8, requestsPerProject: 4))
        let plan = BackfillPlan(instance: "gitlab", groups: [.path(world.group)], days: 40, now: now)
        let first = try await backfill.run(plan)
        let peak = Memory.peak
        let again = try await backfill.run(plan)
        let stored = await storage.records(matching: .all)
        let mergeRequests = Double(stored.projects.values.reduce(0) { $0 + $1.mergeRequests.count })
        return [
            Figure("wall time", first.duration / .seconds(1), "s"),
            Figure("requests", Double(first.requests), "requests"),
            Figure("requests per merge request", Double(first.requests) / mergeRequests, "requests"),
            Figure("records stored", Double(stored.count), "records"),
            Figure("peak memory, the fake's world included", peak / 1_000_000, "MB"),
            Figure("wall time of the second run", again.duration / .seconds(1), "s"),
            Figure("requests of the second run", Double(again.requests), "requests"),
        ]
    }
}
