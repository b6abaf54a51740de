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

@Suite("Secrets of hooks") struct HookSecretsTests {
    private let storage = InMemoryStorage()
    private let time = VirtualTime()

    private func secrets(_ id: String = "one") throws -> HookSecrets {
        let key = try SealingKey(id: id, bytes: [UInt8](repeating: UInt8(id.utf8.count), count: 32))
        return HookSecrets(storage, sealer: SecretSealer(try SealingKeyring(key)), time: time)
    }

    @Test("Made once, by whoever asks first, and the same for all processes", arguments: [false, true])
    func made(signing: Bool) async throws {
        #expect(try await secrets().accepted(for: "lab") == [])
        let all = try await withThrowingTaskGroup(of: WebhookCredentials.self) { group in
            for _ in 1...8 { group.addTask { try await secrets().current(for: "lab", signing: signing) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let first = try #require(all.first)
        #expect(all.allSatisfy { $0 == first })
        #expect(first.token?.reveal().utf8.count == 43 && (first.signingKey != nil) == signing)
        #expect(try await secrets().accepted(for: "lab") == [first])
        #expect(try await secrets().current(for: "other") != first)
    }

    @Test("A rotation accepts both until it is settled; a second does not begin before")
    func rotation() async throws {
        let secrets = try secrets()
        let old = try await secrets.current(for: "lab")
        let new = try await secrets.rotate(for: "lab")
        #expect(new != old)
        #expect(try await secrets.current(for: "lab") == new)
        #expect(try await secrets.accepted(for: "lab") == [new, old])
        await #expect { try await secrets.rotate(for: "lab") } throws: {
            ($0 as? ConnectionError)?.code == .conflict
        }
        try await secrets.settle(for: "lab")
        #expect(try await secrets.accepted(for: "lab") == [new])
    }

    @Test("Removed when no key opens them any more, they are made anew")
    func lostKey() async throws {
        let old = try await secrets("lost").current(for: "lab")
        let secrets = try secrets("another")
        await #expect(throws: ConnectionError.self) { try await secrets.current(for: "lab") }
        try await secrets.remove(for: "lab")
        #expect(try await secrets.accepted(for: "lab") == [])
        #expect(try await secrets.current(for: "lab") != old)
        try await secrets.remove(for: "never")
    }

    @Test("The store holds nothing of them in the clear; resealed they open with the new key alone")
    func sealed() async throws {
        let made = try await secrets().current(for: "lab", signing: true)
        let key = StateKey(namespace: "hook-secrets", name: "lab")
        let now = Instant(time.now)
        let bytes = try #require(await storage.value(for: key, at: now)?.bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains(try #require(made.token?.reveal())) && !text.contains("whsec"))
        let old = try SealingKey(id: "one", bytes: [UInt8](repeating: 3, count: 32))
        let new = try SealingKey(id: "three", bytes: [UInt8](repeating: 5, count: 32))
        let both = HookSecrets(
            storage, sealer: SecretSealer(try SealingKeyring(new, older: [old])), time: time)
        #expect(try await both.reseal() == 1)
        #expect(try await secrets("three").current(for: "lab") == made)
        await #expect { try await secrets().current(for: "lab") } throws: {
            ($0 as? ConnectionError)?.gitLab?.code == .unknownSealingKey
        }
    }

    @Test("Hooks rotate without a delivery lost, and nothing is backfilled again")
    func hooksRotate() async throws {
        let lab = try ConnectionLab()
        let secrets = try secrets()
        func connection() async throws -> Connection {
            let credentials = try await secrets.current(for: "lab")
            let wish = HookWish(url: ConnectionLab.wish.url, credentials: credentials)
            return try lab.connection(hook: wish)
        }
        func isAccepted() async throws -> Bool {
            let verifier = try WebhookVerifier(accepting: try await secrets.accepted(for: "lab"))
            lab.fake.receivers = HookReceiver { request in
                let fields = request.headers.fields.map { WebhookHeaders.Field($0.name, $0.value) }
                let delivery = WebhookDelivery(
                    headers: WebhookHeaders(fields), body: request.body ?? Data())
                let isGood = (try? verifier.verify(delivery, at: lab.time.now)) != nil
                return HTTPResponse(status: isGood ? 200 : 401)
            }
            try lab.fake.change { world in
                _ = try world.openIssue(in: lab.shop, by: lab.bot, title: "Late")
            }
            let attempts = await lab.fake.deliverAll()
            return !attempts.isEmpty && attempts.allSatisfy { $0.status == 200 }
        }
        _ = try await connection().activate(lab.selection, since: lab.since)
        #expect(try await isAccepted())
        try await secrets.rotate(for: "lab")
        #expect(try await isAccepted())
        lab.network.breakDown(after: nil)
        _ = try await connection().activate(lab.selection, since: lab.since)
        #expect(lab.network.count(containing: "merge_requests") == 0)
        #expect(try await isAccepted())
        try await secrets.settle(for: "lab")
        #expect(try await isAccepted())
        #expect(try await [lab.hooks(of: lab.billing), lab.hooks(of: lab.shop)] == [1, 1])
    }
}
