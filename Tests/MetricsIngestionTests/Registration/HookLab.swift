import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage
import WebhookModels

/// An instance with two projects in a group, somebody who may see to their hooks, and what sees to them.
struct HookLab {
    static let start = Date(timeIntervalSince1970: 1_768_000_000)
    static let url = "https://metrics.example/v2/gitlab/webhook"
    static let token = Secret("hush-hush-plain-token")

    let time = VirtualTime(start)
    let fake: FakeGitLab
    let storage = InMemoryStorage()
    let billing: Int
    let shop: Int
    let group: Int

    init(version: GitLabVersion = .v19, tier: Tier = .premium) throws {
        var world = World(now: Self.start, version: version, tier: tier)
        let root = world.addUser("root", isAdministrator: true)
        let developer = world.addUser("dev")
        group = world.addGroup("acme")
        world.addMember(root, toGroup: group, access: .owner)
        world.addMember(developer, toGroup: group, access: .developer)
        billing = try world.addProject("billing", group: group, creator: root)
        shop = try world.addProject("shop", group: group, creator: root)
        world.addToken("glpat-root", for: root, scopes: ["api"])
        world.addToken("glpat-developer", for: developer, scopes: ["api"])
        fake = FakeGitLab(world: world, time: time)
    }

    var owners: [HookOwner] { [.project("acme/billing"), .project("acme/shop"), .group("acme"), .instance] }

    /// With a plain token, or with a signing key too.
    func wish(token: Secret = token, key: SigningKey? = nil) -> HookWish {
        HookWish(url: Self.url, credentials: WebhookCredentials(token: token, signingKey: key))
    }

    func client(token: String = "glpat-root", over transport: (any Transport)? = nil) throws -> GitLabClient {
        GitLabClient(
            instance: try InstanceURL("https://gitlab.test"),
            credentials: StaticCredential(AccessToken(token)),
            transport: transport ?? FakeGitLabTransport(fake), time: time)
    }

    func registrar(
        token: String = "glpat-root", over transport: (any Transport)? = nil
    ) throws -> HookRegistrar {
        HookRegistrar(
            client: try client(token: token, over: transport), instance: "lab", state: storage, time: time)
    }

    /// What was asked of the instance by the work, without what only reads.
    func writes(during work: () async throws -> Void) async rethrows -> [String] {
        fake.log = RequestLog()
        try await work()
        return fake.log.entries.filter { $0.method != "GET" }.map(\.kind)
    }
}

extension HookReport<HookChange> {
    var action: HookChange.Action? { value?.action }
}
