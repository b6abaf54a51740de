import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage
import WireFormat

/// A generated instance, a store, and a backfill between them, under a virtual clock.
struct Lab {
    static let end = Date(timeIntervalSince1970: 1_768_000_000)
    static let token = "glpat-fake-metrics-reader"

    let time = VirtualTime(end)
    let fake: FakeGitLab
    let storage = InMemoryStorage()
    var configuration = Backfill.Configuration(requestsPerProject: 2, pageSize: 4)
    /// Reaches back over a part of the history, so that some of it is older.
    var plan = BackfillPlan(instance: "lab", groups: ["acme"], days: 15, now: end)

    init(
        seed: UInt64 = 3, projects: Int = 1, mergeRequests: Int = 10, rateLimit: RateLimit? = nil,
        version: GitLabVersion = .v18, tier: Tier = .premium, way: ReadingWay = .rest,
        queryRowLimit: Int? = nil
    ) throws {
        let world = try WorldGenerator(
            .init(
                seed: seed, projects: projects, mergeRequestsPerProject: mergeRequests, days: 30,
                end: Self.end, token: Self.token, version: version, tier: tier)
        ).world()
        configuration.way = way
        fake = FakeGitLab(world: world, time: time, rateLimit: rateLimit, queryRowLimit: queryRowLimit)
    }

    func backfill(
        over transport: (any Transport)? = nil, token: String = token, into storage: InMemoryStorage? = nil
    ) throws -> Backfill {
        let client = GitLabClient(
            instance: try InstanceURL("https://gitlab.test"),
            credentials: StaticCredential(AccessToken(token)), transport: ticking(transport ?? network),
            time: time)
        return Backfill(
            client: client, storage: storage ?? self.storage, state: storage ?? self.storage, time: time,
            configuration: configuration)
    }

    /// The way to the instance.
    var network: FakeGitLabTransport { FakeGitLabTransport(fake) }

    /// Each request takes a moment.
    private func ticking(_ transport: any Transport) -> InterceptingTransport {
        InterceptingTransport(over: transport) { [time] (_, _) async throws(GitLabError) in
            time.advance(by: .milliseconds(10))
            return nil
        }
    }

    /// Everything stored.
    var records: RecordSet { get async { await storage.records(matching: .all) } }

    /// What a run over the world as it stands leaves in an empty store.
    func fresh() async throws -> RecordSet {
        let storage = InMemoryStorage()
        _ = try await backfill(into: storage).run(plan)
        return await storage.records(matching: .all)
    }

    /// The id of one of the people at work.
    var someUser: Int? { fake.world.objects(.users).last?["id"]?.intValue }

    /// Carries the clock past everything a read could still be unsure of.
    func settle() { time.advance(by: .seconds(600)) }
}
