import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing
import WireFormat

/// One seeded world, a client with all its transports, a store, and backfills between them under a virtual clock.
struct LawRun {
    static let start = Date(timeIntervalSince1970: 1_768_000_000)

    let seed: UInt64
    let time = VirtualTime(start)
    let fake: FakeGitLab
    let storage = InMemoryStorage()
    let client: GitLabClient
    let backfill: Backfill
    let plan = BackfillPlan(instance: "law", groups: ["acme"], days: 12, now: start)

    /// Half of the runs read by REST alone.
    let way: ReadingWay

    init(seed: UInt64) throws {
        self.seed = seed
        way = seed % 2 == 0 ? .mixed : .rest
        let token = "glpat-fake-metrics-reader"
        let world = try WorldGenerator(
            .init(
                seed: seed, projects: 2, mergeRequestsPerProject: 8, days: 24, end: Self.start, token: token)
        ).world()
        fake = FakeGitLab(world: world, time: time)
        let instance = try InstanceURL("https://gitlab.test")
        let transport = StandardTransport(
            instance: instance, credentials: StaticCredential(AccessToken(token)),
            over: FakeGitLabTransport(fake), time: time, random: { 0.5 })
        client = GitLabClient(instance: instance, transport: transport, time: time)
        backfill = Self.backfill(seed, way, client, storage, time)
    }

    /// A backfill of the same world into another store.
    func backfill(into storage: InMemoryStorage) -> Backfill {
        Self.backfill(seed, way, client, storage, time)
    }

    private static func backfill(
        _ seed: UInt64, _ way: ReadingWay, _ client: GitLabClient, _ storage: InMemoryStorage,
        _ time: VirtualTime
    ) -> Backfill {
        Backfill(
            client: client, storage: storage, state: storage, time: time,
            configuration: configuration(seed, way))
    }

    static func configuration(_ seed: UInt64, _ way: ReadingWay) -> Backfill.Configuration {
        .init(
            projectsAtOnce: 1 + Int(seed % 2), requestsPerProject: 1 + Int(seed % 3),
            pageSize: [2, 5, 20, 100][Int(seed % 4)], way: way)
    }

    /// Faults of the way and of the server. A refusal (403, 404) is no fault but a statement, and believed.
    func randomFaults() -> FaultPlan {
        let kinds: [Fault] = [
            .tooManyRequests(retryAfter: 3), .tooManyRequests(retryAfter: nil), .internalServerError,
            .badGateway, .serviceUnavailable, .gatewayTimeout, .closedBeforeReply, .cutBody, .silence,
            .truncatedJSON, .invalidJSON, .badElement, .loginPage,
        ]
        var plan = FaultPlan([FaultRule(.latency(.milliseconds(80)))], seed: seed)
        for (index, fault) in kinds.enumerated() where (seed >> (index % 7)) & 1 == UInt64(index % 2) {
            plan.add(fault, .probability(0.01))
        }
        return plan
    }

    /// People comment, push, approve, merge, deploy and delete while the backfill reads.
    var churn: Churn { Churn(seed: seed, probability: 0.25) }

    /// One run; `nil` when it ended with an error, which is a typed one.
    func attempt() async throws -> BackfillOutcome? {
        do {
            return try await backfill.run(plan)
        } catch {
            Issue.record("a fault of one request ended the run: \(error)")
            return nil
        }
    }

    /// That a store holds the world's records, all of them and no others; the backfill's own unless told otherwise.
    func expectWorld(in other: InMemoryStorage? = nil) async throws {
        let world = fake.world
        let stored = await (other ?? storage).records(matching: .all)
        let truth = WorldRecords(world: world, instance: plan.instance, since: plan.since)
        #expect(Set(stored.projects.keys) == Set(world.projectIDs.map { ProjectKey(plan.instance, $0) }))
        for project in world.projectIDs {
            let key = ProjectKey(plan.instance, project)
            compare(
                told(stored[key], in: key, isPushed: other != nil).settled,
                with: truth.records(of: project)[key].settled)
        }
    }

    private func compare(_ stored: ProjectRecords, with truth: ProjectRecords) {
        difference(stored.project, truth.project)
        difference(stored.environments, truth.environments)
        difference(stored.mergeRequests, truth.mergeRequests)
        difference(stored.notes, truth.notes)
        difference(stored.approvals, truth.approvals)
        difference(stored.pipelines, truth.pipelines)
        difference(stored.deployments, truth.deployments)
        difference(stored.issues, truth.issues)
        difference(stored.listings, truth.listings)
        difference(stored.coverage, truth.coverage)
        // People stay known when nothing names them any more.
        let users = Dictionary(
            fake.world.objects(.users).map { ($0.number("id"), $0) }, uniquingKeysWith: { first, _ in first })
        for user in stored.users {
            guard let object = users[user.id.id] else { continue }
            #expect(user.username?.value == object.text("username"), "seed \(seed)")
        }
        let named = Set(truth.mergeRequests.lazy.compactMap { $0.author?.value?.id })
        #expect(named.isSubset(of: stored.users.map(\.id.id)), "seed \(seed): lost")
        // Commits outlive the branches and merge requests they were seen in, in Git as here.
        difference(stored.commits.filter { truth.commits.contains($0.id) }, truth.commits)
    }

    private func difference<Record>(_ stored: RecordTable<Record>, _ truth: RecordTable<Record>) {
        let missing = truth.filter { stored[$0.id] == nil }.rows.map(\.reference).sorted()
        let invented = stored.filter { truth[$0.id] == nil }.rows.map(\.reference).sorted()
        #expect(missing.isEmpty, "seed \(seed): lost")
        #expect(invented.isEmpty, "seed \(seed): not in the world")
        for record in truth {
            if let other = stored[record.id] { #expect(other == record, "seed \(seed)") }
        }
    }
}
