import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Synchronization
import Testing
import WireFormat

/// A backfill with three tokens: one that sees all, one that sees half of the projects, one that is revoked midway.
struct ManyTokensRun {
    static let start = Date(timeIntervalSince1970: 1_768_000_000)

    /// Writes down which token was asked for what.
    final class Log: Transport {
        struct Entry: Hashable, Sendable {
            let token: String
            let target: String
            let status: Int
        }

        private let base: any Transport
        private let state = Mutex<[Entry]>([])
        init(over base: any Transport) { self.base = base }
        var entries: [Entry] { state.withLock { $0 } }

        func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
            let response = try await base.send(request)
            let entry = Entry(
                token: request.headers["Authorization"] ?? "", target: request.url.absoluteString,
                status: response.status)
            state.withLock { $0.append(entry) }
            return response
        }
    }

    let fake: FakeGitLab
    let log: Log
    let pool: CredentialPool
    let plan = BackfillPlan(instance: "pool", groups: ["acme"], days: 12, now: start)
    private let client: GitLabClient
    private let time: VirtualTime

    /// - Parameter lifetime: after how many requests the third token is revoked.
    init(seed: UInt64, lifetime: Int) throws {
        let time = VirtualTime(Self.start)
        var world = try WorldGenerator(
            .init(seed: seed, projects: 6, mergeRequestsPerProject: 4, days: 24, end: Self.start)
        ).world()
        let group = try #require(world.objects(.groups).first { $0["parent_id"] == .null }?["id"]?.intValue)
        for name in ["wide", "narrow", "mortal"] { world.addToken(name, for: world.addUser(name)) }
        for user in world.objects(.users) {
            guard let id = user["id"]?.intValue else { continue }
            switch user["username"]?.stringValue {
            case "wide", "mortal": world.addMember(id, toGroup: group, access: .reporter)
            case "narrow":
                for project in world.projectIDs where project % 2 == 0 {
                    world.addMember(id, toProject: project, access: .reporter)
                }
            default: break
            }
        }
        fake = FakeGitLab(world: world, time: time)
        let count = Mutex(0)
        fake.beforeEachRequest { world in
            let isOver = count.withLock { count in
                count += 1
                return count == lifetime
            }
            if isOver { world.revokeToken("mortal") }
        }
        log = Log(over: FakeGitLabTransport(fake))
        pool = CredentialPool(
            ["narrow", "mortal", "wide"].map {
                PooledCredential($0, AccessToken($0), seesEverything: $0 == "wide")
            })
        client = GitLabClient.standard(
            instance: try InstanceURL("https://gitlab.test"), pool: pool, over: log,
            transport: .init(rateLimiting: .init(requestsPerMinute: nil)), time: time, random: { 0.5 })
        self.time = time
    }

    /// What the backfill stores with the pool.
    func read() async throws -> RecordSet { try await read(client) }

    /// What it stores with one token that sees all.
    func readAlone() async throws -> RecordSet {
        try await read(
            GitLabClient(
                instance: try InstanceURL("https://gitlab.test"),
                credentials: StaticCredential(AccessToken("wide")),
                transport: FakeGitLabTransport(fake), time: time))
    }

    private func read(_ client: GitLabClient) async throws -> RecordSet {
        let storage = InMemoryStorage()
        let outcome = try await Backfill(client: client, storage: storage, state: storage, time: time).run(
            plan)
        #expect(outcome.isCompleted)
        return await storage.records(matching: .all)
    }
}
