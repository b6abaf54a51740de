import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import Synchronization
import WebhookModels

/// A seeded world at work, and what its hook sent while it was.
struct DeliveredWorld: Sendable {
    static let start = Date(timeIntervalSince1970: 1_768_000_000)

    let world: World
    /// In the order in which they were sent, and proved by their signatures.
    let webhooks: [VerifiedWebhook]

    /// Worlds are values: one history serves every order in which its deliveries come.
    static func world(seed: UInt64) async throws -> DeliveredWorld {
        if let known = known.withLock({ $0[seed] }) { return known }
        let made = try await DeliveredWorld(seed: seed)
        known.withLock { $0[seed] = made }
        return made
    }

    private static let known = Mutex<[UInt64: DeliveredWorld]>([:])

    private init(seed: UInt64, steps: Int = 100) async throws {
        let time = VirtualTime(Self.start)
        let generated = try WorldGenerator(
            .init(
                seed: seed, projects: 2, mergeRequestsPerProject: 4, days: 10, end: Self.start,
                version: seed % 3 == 0 ? .v17 : .v19)
        ).world()
        let fake = FakeGitLab(world: generated, time: time, hooks: HookPolicy(disablesFailing: false))
        let key = try SigningKey(Secret("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))
        let secret = Secret("a secret token")
        fake.change { [token = secret.reveal(), signingToken = key.text.reveal()] world in
            for project in world.projectIDs {
                world.addHook(
                    "https://receiver.example/\(project)", toProject: project, switches: .all,
                    token: token, signingToken: signingToken)
            }
        }
        let sent = Mutex<[HTTPRequest]>([])
        fake.receivers = HookReceiver { request in
            sent.withLock { $0.append(request) }
            return HTTPResponse(status: 200)
        }
        var churn = Churn(seed: seed, changes: Churn.usual + Churn.heard)
        for step in 0..<steps {
            fake.change { churn.step(&$0) }
            // Several things happen in one second, as they do.
            if step % 3 == 2 { time.advance(by: .milliseconds(700 + step * 311 % 5000)) }
        }
        await fake.deliver()
        world = fake.world
        let isSigned = fake.world.version >= "19.0"
        let verifier = try WebhookVerifier(
            accepting: [WebhookCredentials(token: secret, signingKey: isSigned ? key : nil)])
        webhooks = try sent.withLock { $0 }.map { request in
            let fields = request.headers.fields.map { WebhookHeaders.Field($0.name, $0.value) }
            return try verifier.verify(
                WebhookDelivery(headers: WebhookHeaders(fields), body: request.body ?? Data()), at: time.now)
        }
    }
}
