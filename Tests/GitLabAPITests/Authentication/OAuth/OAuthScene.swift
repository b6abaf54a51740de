import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import Synchronization

/// An instance with an application, a person who uses it, and projects to read; every exchange is remembered.
struct OAuthScene: Sendable {
    /// A clock that is wrong by a fixed span.
    struct WrongClock: TimeSource {
        let right: VirtualTime
        let error: TimeInterval
        var now: Date { right.now.addingTimeInterval(error) }
        func sleep(for duration: Duration) async throws { try await right.sleep(for: duration) }
    }

    static let account: TokenAccount = "acme/metrics"
    static let secret = Secret("gloas-secret-of-the-application")
    static let projects = 8
    static let issues = 12

    let time: VirtualTime
    let fake: FakeGitLab
    let user: Int
    let store = InMemoryTokenStore()
    let application = OAuthApplication(
        clientID: "metrics", secret: secret, redirectURI: "https://host.example/callback", scopes: [.readAPI])

    init(mode: VirtualTime.Mode = .automatic) throws {
        time = VirtualTime(mode: mode)
        var world = World(now: time.now)
        user = world.addUser("ada")
        let group = world.addGroup("acme")
        world.addMember(user, toGroup: group, access: .owner)
        for number in 1...Self.projects {
            let project = try world.addProject("project-\(number)", group: group, creator: user)
            for issue in 1...Self.issues {
                _ = try world.openIssue(in: project, by: user, title: "Issue \(issue)")
            }
        }
        world.addApplication(
            uid: "metrics", secret: Self.secret.reveal(), redirectURIs: ["https://host.example/callback"],
            scopes: ["read_api", "read_user"])
        world.addToken(
            "glpat-first-of-the-line", for: user, scopes: ["api"], expiresAt: time.now + 86_400 * 40)
        fake = FakeGitLab(world: world, time: time)
    }

    /// Reaches the instance; `script` may do something before or after.
    func transport(_ script: ScriptedTransport.Script? = nil) -> ScriptedTransport {
        let base = FakeGitLabTransport(fake)
        return ScriptedTransport(time: time) { (request, index) throws(GitLabError) in
            guard let script else { return try await base.send(request) }
            return try await script(request, index)
        }
    }

    func client(over transport: any Transport, time: (any TimeSource)? = nil) -> OAuthClient {
        OAuthClient(
            instance: .example, application: application, over: transport, time: time ?? self.time)
    }

    /// Lets the person authorize the application.
    func authorize() async throws -> IssuedTokens {
        let client = client(over: FakeGitLabTransport(fake))
        let (state, pkce) = (OAuthState(), PKCE())
        let callback = try fake.authorize(try client.authorizationURL(state: state, pkce: pkce), as: user)
        return try await client.token(
            code: client.code(from: callback, expecting: state), verifier: pkce.verifier)
    }

    func credential(over transport: any Transport, time: (any TimeSource)? = nil, problems: Problems? = nil)
        -> OAuthCredential
    {
        OAuthCredential(
            Self.account, client: client(over: transport, time: time), store: store, time: time ?? self.time,
            onProblem: problems?.listener)
    }

    /// Moves the clock, whatever its mode.
    func pass(_ seconds: Int) { time.advance(by: .seconds(seconds)) }

    /// Lets a clock that is moved by hand run until the work is done.
    func running<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) async -> Value {
        await running([work])[0]
    }

    /// The same for several processes: the clock moves on while each of those that are not done sleeps, so that none is
    /// overtaken by a clock that others move.
    func running<Value: Sendable>(_ processes: [@Sendable () async -> Value]) async -> [Value] {
        let done = Counter()
        let working = processes.map { work in
            Task {
                defer { done.increment() }
                return await work()
            }
        }
        while done.value < processes.count {
            if time.sleeping >= processes.count - done.value { time.advanceToNextWakeUp() }
            await Task.yield()
        }
        var values: [Value] = []
        for task in working { values.append(await task.value) }
        return values
    }
}

/// What a credential told.
final class Problems: Sendable {
    private let state = Mutex<[GitLabError]>([])
    var codes: [GitLabError.Code] { state.withLock { $0.map(\.code) } }
    var listener: @Sendable (GitLabError) -> Void { { self.append($0) } }
    func append(_ error: GitLabError) { state.withLock { $0.append(error) } }
}

extension HTTPRequest {
    var isForToken: Bool { url.path() == "/oauth/token" }
    var isRotation: Bool { url.path().hasSuffix("/rotate") }
}

extension ScriptedTransport {
    var refreshes: Int { requests.count(where: \.isForToken) }
    var rotations: Int { requests.count(where: \.isRotation) }
}
