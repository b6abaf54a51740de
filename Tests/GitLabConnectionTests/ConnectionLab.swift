import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Synchronization
import WebhookModels

/// Two projects, a bot that is a Maintainer of both, and a connection to them under a virtual clock.
struct ConnectionLab {
    static let start = Date(timeIntervalSince1970: 1_768_000_000)
    static let wish = HookWish(
        url: "https://metrics.example/v2/gitlab/webhook",
        credentials: WebhookCredentials(token: Secret("hush-hush-plain-token")))

    let time: VirtualTime
    let fake: FakeGitLab
    let storage = InMemoryStorage()
    let network: CountingTransport
    let billing: Int
    let shop: Int
    let bot: Int
    let group: Int

    init(_ mode: VirtualTime.Mode = .automatic) throws {
        time = VirtualTime(Self.start, mode: mode)
        var world = World(now: Self.start, version: .v18, tier: .premium)
        let root = world.addUser("root", isAdministrator: true)
        bot = world.addUser("bot")
        group = world.addGroup("acme")
        world.addMember(root, toGroup: group, access: .owner)
        billing = try world.addProject("billing", group: group, creator: root)
        shop = try world.addProject("shop", group: group, creator: root)
        for project in [billing, shop] { world.addMember(bot, toProject: project, access: .maintainer) }
        world.addToken("glpat-bot", for: bot, scopes: ["api"])
        fake = FakeGitLab(world: world, time: time)
        network = CountingTransport(over: FakeGitLabTransport(fake))
    }

    var since: Instant { Instant(Self.start).advanced(bySeconds: -86_400) }
    let selection = ProjectSelection([.path("acme/billing"), .path("acme/shop")])

    /// - Parameter hook: the hook it is to have at its projects.
    func connection(
        _ credentials: (any CredentialProvider)? = nil, hook: HookWish? = nil, way: ReadingWay = .rest,
        over transport: (any Transport)? = nil
    ) throws -> Connection {
        let client = GitLabClient(
            instance: try InstanceURL("https://gitlab.test"),
            credentials: credentials ?? StaticCredential(AccessToken("glpat-bot")),
            transport: transport ?? network,
            time: time)
        return Connection(
            instance: "lab", client: client, storage: storage, state: storage, time: time,
            schedule: SyncSchedule(interval: .seconds(3600)), hook: hook,
            reading: Backfill.Configuration(requestsPerProject: 1, way: way), random: { 0 })
    }

    func openMergeRequest(in project: Int) throws {
        _ = try fake.change {
            try $0.openMergeRequest(in: project, by: bot, title: "Work", sourceBranch: "work")
        }
    }

    func mergeRequests(of project: Int) async -> Int {
        let key = ProjectKey("lab", project)
        return await storage.records(matching: RecordQuery(projects: [key]))[key].mergeRequests.count
    }

    func hooks(of project: Int) async throws -> Int {
        let client = try connection().client
        return try await client.send(.hooks(of: .project(.id(ProjectID(rawValue: project))))).elements.count
    }
}

/// Counts what is asked by project, and can refuse the token from the nth request on.
final class CountingTransport: Transport {
    private let base: any Transport
    private let state = Mutex<(paths: [String], broken: Int?)>(([], nil))

    init(over base: any Transport) { self.base = base }

    func breakDown(after count: Int?) { state.withLock { $0 = ([], count) } }

    var count: Int { state.withLock { $0.paths.count } }

    /// Requests since the last reset that name the project.
    func count(of project: Int, _ path: String) -> Int {
        state.withLock { state in
            state.paths.count { $0.contains("projects/\(project)") || $0.contains(path) }
        }
    }

    func count(containing text: String) -> Int {
        state.withLock { state in state.paths.count { $0.contains(text) } }
    }

    func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        let isBroken = state.withLock { state in
            state.paths.append(request.url.path)
            return state.broken.map { state.paths.count > $0 } ?? false
        }
        if isBroken { throw GitLabError(.invalidToken) }
        return try await base.send(request)
    }
}
