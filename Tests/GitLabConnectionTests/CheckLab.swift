import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary

/// An instance with a company in it, and one token that is checked.
struct CheckLab: Sendable {
    static let now = Date(timeIntervalSince1970: 1_768_000_000)
    static let token = "glpat-Marked0Secret1Value2"
    static let hookURL = "https://metrics.example/hook"

    var world: World
    let user: Int
    let group: Int
    let billing: Int
    let shop: Int
    var faults = FaultPlan()
    var hooks = HookPolicy()
    var receiver = HookReceiver.agreeable

    init(version: GitLabVersion = .v19) throws {
        var world = World(
            externalURL: "https://gitlab.test", now: Self.now, version: version, tier: .premium)
        let root = world.addUser("root", isAdministrator: true)
        user = world.addUser("metrics")
        group = world.addGroup("acme")
        billing = try world.addProject("billing", group: group, creator: root)
        shop = try world.addProject("Shop", group: group, creator: root)
        world.addMember(user, toGroup: group, access: .reporter)
        self.world = world
    }

    func day(_ days: Double) -> Date { Self.now.addingTimeInterval(days * 86_400) }

    /// Makes the token one that works: a Reporter's, for a year, with `read_api`.
    mutating func addToken(scopes: [String] = ["read_api"], expiresIn days: Double = 300) {
        world.addToken(Self.token, for: user, name: "metrics", scopes: scopes, expiresAt: day(days))
    }

    /// Makes the token a fine-grained one of a Reporter, with all that reading takes but these.
    mutating func addFineGrainedToken(without missing: Set<String> = []) {
        let all: Set = [
            "read_metadata", "read_user", "read_group", "read_project", "read_member", "read_merge_request",
            "read_pipeline", "read_deployment",
        ]
        world.addFineGrainedToken(Self.token, for: user, permissions: all.subtracting(missing))
    }

    /// Makes the token a Maintainer's with the scope `api`, of a project that has a commit and a webhook.
    mutating func addHook(_ url: String = Self.hookURL) {
        addToken(scopes: ["api"])
        world.addMember(user, toGroup: group, access: .maintainer)
        world.addHook(url, toProject: billing)
        world.commit(to: billing, branch: "main", title: "Begin", author: user)
    }

    func fake() -> FakeGitLab {
        let fake = FakeGitLab(world: world, time: VirtualTime(Self.now), faults: faults, hooks: hooks)
        fake.receivers = receiver
        return fake
    }
}

/// A network on which every request comes to the same end.
struct DeadEnd: Transport {
    let outcome: Result<HTTPResponse, GitLabError>

    static func failing(_ code: GitLabError.Code) -> Self { Self(outcome: .failure(GitLabError(code))) }

    func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse { try outcome.get() }
}

/// A network in which what ends with one of the paths is answered otherwise.
struct Refusing: Transport {
    let answers: [String: HTTPResponse]
    let base: any Transport

    init(_ answers: [String: HTTPResponse], over base: any Transport) {
        self.answers = answers
        self.base = base
    }

    func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        let path = request.url.path()
        if let answer = answers.first(where: { path.hasSuffix($0.key) }) { return answer.value }
        return try await base.send(request)
    }
}

extension HTTPResponse {
    static func json(_ status: Int, _ body: String) -> Self {
        Self(status: status, headers: ["Content-Type": "application/json"], body: Data(body.utf8))
    }
}
