import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing
import WebhookModels

/// Projects with five merge requests each, and connections whose requests meet in the middle of reading them.
struct MidwayLab {
    /// How it is read, and which requests meet.
    enum Reading: CaseIterable {
        /// Of five projects four at a time, and of each four merge requests.
        case rest
        /// Eight projects at a time, and of each a page of merge requests.
        case mixed

        var projects: Int { self == .rest ? 5 : 8 }

        /// All that can be under way at that point, so that those that meet are the same in every run.
        var meeting: Int { self == .rest ? 16 : 8 }

        var configuration: Backfill.Configuration {
            switch self {
            case .rest:
                Backfill.Configuration(projectsAtOnce: 4, requestsPerProject: 4, pageSize: 4, way: .rest)
            case .mixed: Backfill.Configuration(projectsAtOnce: projects, requestsPerProject: 4)
            }
        }

        func meets(_ request: HTTPRequest) -> Bool {
            switch self {
            case .rest: request.url.path().contains("/merge_requests/")
            case .mixed: request.question.contains(#""operationName":"MergeRequests""#)
            }
        }
    }

    /// What a connection leaves behind, and what it was answered on the way.
    struct Trace {
        let status: ConnectionStatus
        let records: RecordSet
        /// How often each request succeeded.
        let successes: [String: Int]

        func expectSame(as other: Trace, sourceLocation: SourceLocation = #_sourceLocation) {
            #expect(status == other.status, sourceLocation: sourceLocation)
            #expect(records == other.records, sourceLocation: sourceLocation)
            #expect(successes == other.successes, sourceLocation: sourceLocation)
        }
    }

    static let start = Date(timeIntervalSince1970: 1_768_000_000)
    static let first = AccessToken("glpat-first-token")
    static let second = AccessToken("glpat-second-token")
    static let application = OAuthApplication(
        clientID: "metrics", redirectURI: "https://host.example/callback", scopes: [.api])
    static let wish = HookWish(
        url: "https://metrics.example/hook",
        credentials: WebhookCredentials(token: Secret("hush-hush-plain-token")))

    let time = VirtualTime(start)
    let fake: FakeGitLab
    let instance: InstanceURL
    let reading: Reading
    let bot: Int
    let sealer: SecretSealer
    /// Holds the credentials; what each connection reads goes to a store of its own.
    let vault = InMemoryStorage()

    init(_ reading: Reading) throws {
        self.reading = reading
        instance = try InstanceURL("https://gitlab.test")
        sealer = SecretSealer(
            try SealingKeyring(SealingKey(id: "one", bytes: [UInt8](repeating: 1, count: 32))))
        var world = World(now: Self.start - 3_600, version: .v18, tier: .premium)
        bot = world.addUser("bot")
        let group = world.addGroup("acme")
        world.addMember(bot, toGroup: group, access: .owner)
        for number in 1...reading.projects {
            let project = try world.addProject("service-\(number)", group: group, creator: bot)
            for change in 1...5 {
                let iid = try world.openMergeRequest(
                    in: project, by: bot, title: "Change \(change)", sourceBranch: "change-\(change)")
                try world.comment(on: iid, in: project, by: bot, body: "Looks right.")
                world.now += 10
            }
        }
        for token in [Self.first, Self.second] {
            world.addToken(token.secret.reveal(), for: bot, scopes: ["api"])
        }
        world.addApplication(
            uid: Self.application.clientID, secret: "", redirectURIs: [Self.application.redirectURI ?? ""],
            scopes: ["api"], isConfidential: false)
        fake = FakeGitLab(world: world, time: time)
    }

    /// - Parameter processes: how many connections are read over it at a time.
    func network(
        holding held: MeetingTransport.Held, processes: Int = 1,
        meanwhile change: @escaping @Sendable () async throws -> Void
    ) -> MeetingTransport {
        MeetingTransport(
            over: FakeGitLabTransport(fake), of: processes * reading.meeting, holding: held,
            if: reading.meets, meanwhile: change)
    }

    func connection(
        _ credentials: any CredentialProvider, over network: MeetingTransport,
        storage: InMemoryStorage = InMemoryStorage(), hook: HookWish? = wish
    ) -> Connection {
        let client = GitLabClient.standard(
            instance: instance, credentials: credentials, over: network,
            transport: .init(rateLimiting: .init(requestsPerMinute: nil)), time: time, random: { 0 })
        return Connection(
            instance: "lab", client: client, storage: storage, state: storage, time: time,
            schedule: SyncSchedule(interval: .seconds(3600)), hook: hook, reading: reading.configuration,
            random: { 0 })
    }

    func activate(_ connection: Connection) async throws(ConnectionError) -> ConnectionStatus {
        try await connection.activate(
            ProjectSelection([.group("acme")]), since: Instant(Self.start).advanced(bySeconds: -86_400))
    }

    /// Activates a new connection over this network.
    func trace(
        _ credentials: any CredentialProvider, over network: MeetingTransport, hook: HookWish? = wish
    ) async throws -> Trace {
        let storage = InMemoryStorage()
        let status = try await activate(
            connection(credentials, over: network, storage: storage, hook: hook))
        // What a token is, GitLab tells of personal ones only.
        let successes = network.successes.filter { !$0.key.hasSuffix("personal_access_tokens/self") }
        return Trace(
            status: status, records: await storage.records(matching: .all), successes: successes)
    }
}
