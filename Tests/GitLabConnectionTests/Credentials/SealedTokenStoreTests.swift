import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsStorage
import Testing

@Suite struct SealedTokenStoreTests {
    static let now = Date(timeIntervalSince1970: 1_772_000_000)
    static let tokens = IssuedTokens(
        access: AccessToken("marked-access-text"), refresh: Secret("marked-refresh-text"),
        expiresAt: now.addingTimeInterval(7200), scopes: [.readAPI], createdAt: now)

    private let storage: any StateStorage = InMemoryStorage()

    private func store(_ id: String = "one") throws -> SealedTokenStore {
        let key = try SealingKey(id: id, bytes: [UInt8](repeating: UInt8(id.count), count: 32))
        return SealedTokenStore(
            storage, sealer: SecretSealer(try SealingKeyring(key)), time: VirtualTime(Self.now))
    }

    @Test("What was stored is read again, claim and all, by another process")
    func roundTrips() async throws {
        let claim = RenewalClaim(holder: "somebody", length: .milliseconds(1500))
        let record = TokenRecord(Self.tokens, claim: claim)
        let version = try await store().replace("acme", with: record, expecting: nil)
        let read = try #require(try await store().read("acme"))
        #expect(read.record == record)
        #expect(read.version == version)
        #expect(try await store().read("other") == nil)
    }

    @Test("Of two that read the same version, one stores")
    func compares() async throws {
        let store = try store()
        let first = try #require(try await store.replace("acme", with: .init(Self.tokens), expecting: nil))
        #expect(try await store.replace("acme", with: .init(Self.tokens), expecting: nil) == nil)
        let second = try await store.replace("acme", with: .init(Self.tokens), expecting: first)
        #expect(second != nil && second != first)
        #expect(try await store.replace("acme", with: .init(Self.tokens), expecting: first) == nil)
        #expect(
            try await store.replace("acme", with: .init(Self.tokens), expecting: .init(rawValue: "x")) == nil)
        try await store.remove("acme")
        #expect(try await store.read("acme") == nil)
    }

    @Test("The store holds nothing of the tokens in the clear")
    func sealed() async throws {
        _ = try await store().replace("acme", with: .init(Self.tokens), expecting: nil)
        let at = try #require(Int64(exactly: Self.now.timeIntervalSince1970))
        let key = StateKey(namespace: "tokens", name: "acme")
        let stored = try #require(try await storage.value(for: key, at: .init(secondsSince1970: at)))
        let text = String(decoding: stored.bytes, as: UTF8.self)
        #expect(!text.contains("marked"))
        #expect(!text.contains("read_api"))
    }

    @Test("A new authorization takes the place of what no key opens any more")
    func lostKey() async throws {
        try await store("lost").put(Self.tokens, for: "acme")
        let store: any TokenStore = try store("another")
        await #expect(throws: GitLabError.self) { try await store.read("acme") }
        let new = IssuedTokens(access: AccessToken("marked-new-text"))
        try await store.put(new, for: "acme")
        #expect(try await store.read("acme")?.record == TokenRecord(new))
    }

    @Test("Damaged and foreign values are errors that say nothing of what is inside", arguments: 0..<200)
    func damaged(seed: Int) async throws {
        let store = try store()
        _ = try await store.replace("acme", with: .init(Self.tokens), expecting: nil)
        let at = try #require(Int64(exactly: Self.now.timeIntervalSince1970))
        let key = StateKey(namespace: "tokens", name: "acme")
        let stored = try #require(try await storage.value(for: key, at: .init(secondsSince1970: at)))
        var bytes = stored.bytes
        bytes[bytes.startIndex + seed * 7919 % bytes.count] ^= UInt8(1 << (seed % 8))
        try await storage.set(
            bytes, for: key, expecting: stored.version, expiry: nil, at: .init(secondsSince1970: at))
        do {
            // Only what stands in the clear may change unnoticed.
            #expect(try await store.read("acme")?.record.tokens == Self.tokens)
        } catch {
            #expect(!"\(error)".contains("marked"))
        }
    }
}
