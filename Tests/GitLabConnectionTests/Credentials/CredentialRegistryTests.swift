import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsStorage
import Synchronization
import Testing

@Suite struct CredentialRegistryTests {
    static let now = Date(timeIntervalSince1970: 1_772_000_000)

    private let storage: any StateStorage = InMemoryStorage()
    private let time = VirtualTime(now)

    private func registry(_ keyring: SealingKeyring) -> CredentialRegistry {
        CredentialRegistry(storage, sealer: SecretSealer(keyring), time: time)
    }

    private func key(_ id: String) throws -> SealingKey {
        try SealingKey(id: id, bytes: [UInt8](repeating: UInt8(id.count), count: 32))
    }

    private func registry() throws -> CredentialRegistry { registry(try SealingKeyring(key("one"))) }

    @Test("What was created is listed by label, without its token")
    func lists() async throws {
        let registry = try registry()
        let second = try await registry.create("bravo", AccessToken("glpat-second-token"))
        let first = try await registry.create("alpha", AccessToken("glpat-first-token"))
        #expect(try await registry.list() == [first, second])
        #expect(try await registry.info(second.id) == second)
        let shown = "\(try await registry.list())" + String(reflecting: first)
        let encoded = try JSONEncoder().encode(try await registry.list())
        #expect(!shown.contains("-token"))
        #expect(!String(decoding: encoded, as: UTF8.self).contains("-token"))
    }

    @Test("Nothing in the store holds the token's characters")
    func sealed() async throws {
        let info = try await registry().create("alpha", AccessToken("glpat-first-token"))
        let at = Self.now.timeIntervalSince1970
        let keys = try await storage.keys(
            in: "credential", prefix: "", at: .init(secondsSince1970: Int64(at)))
        #expect(keys.map(\.name) == [info.id])
        for key in keys {
            let stored = try await storage.value(for: key, at: .init(secondsSince1970: Int64(at)))
            let text = String(decoding: try #require(stored).bytes, as: UTF8.self)
            #expect(!text.contains("glpat"))
            #expect(text.contains("v1.one."))
        }
    }

    @Test("While the store is away the token known last is used; a credential that is gone is not")
    func storeAway() async throws {
        let flickering = FlickeringState(over: storage)
        let registry = CredentialRegistry(
            flickering, sealer: SecretSealer(try SealingKeyring(key("one"))), time: time)
        let info = try await registry.create("alpha", AccessToken("glpat-first-token"))
        let provider = registry.provider(for: info.id)
        flickering.isAway.withLock { $0 = true }
        await #expect(throws: GitLabError.self) { try await provider.current() }
        flickering.isAway.withLock { $0 = false }
        _ = try await provider.current()
        flickering.isAway.withLock { $0 = true }
        #expect(try await provider.current() == AccessToken("glpat-first-token"))
        flickering.isAway.withLock { $0 = false }
        try await registry.delete(info.id)
        await #expect(throws: GitLabError.self) { try await provider.current() }
    }

    @Test("A deleted credential is unknown, to everybody")
    func deletes() async throws {
        let registry = try registry()
        let info = try await registry.create("alpha", AccessToken("glpat-first-token"))
        try await registry.delete(info.id)
        #expect(try await registry.list().isEmpty)
        for call in [
            { _ = try await registry.info(info.id) }, { try await registry.delete(info.id) },
            { _ = try await registry.update(info.id, AccessToken("glpat-other")) },
            { _ = try await registry.rename(info.id, "bravo") },
        ] as [() async throws -> Void] {
            await #expect { try await call() } throws: { ($0 as? ConnectionError)?.code == .missing }
        }
    }

    @Test("An empty token and an id that is taken are refused")
    func refuses() async throws {
        let registry = try registry()
        _ = try await registry.create("alpha", AccessToken("glpat-first-token"), id: "a")
        await #expect { _ = try await registry.create("bravo", AccessToken("  ")) } throws: {
            ($0 as? ConnectionError)?.code == .emptyToken
        }
        await #expect { _ = try await registry.create("bravo", AccessToken("glpat-x"), id: "a") } throws: {
            ($0 as? ConnectionError)?.code == .conflict
        }
        #expect(try await registry.info("a").label == "alpha")
    }

    @Test("A token replaced in one process is taken up by clients of another, without a failed call")
    func replaces() async throws {
        var world = World(now: Self.now)
        let ada = world.addUser("ada")
        world.addToken("glpat-first-token", for: ada, scopes: ["read_api"])
        world.addToken("glpat-second-token", for: ada, scopes: ["read_api"])
        let fake = FakeGitLab(world: world, time: time)
        let instance = try InstanceURL("https://gitlab.example.com")
        let info = try await registry().create("alpha", AccessToken("glpat-first-token"), id: "a")
        let client = GitLabClient(
            instance: instance, credentials: try registry().provider(for: info.id),
            transport: FakeGitLabTransport(fake), time: time)
        #expect(try await client.send(.currentUser).user.username == "ada")
        try await registry().update("a", AccessToken("glpat-second-token"))
        fake.change { $0.revokeToken("glpat-first-token") }
        for _ in 0..<3 { #expect(try await client.send(.currentUser).user.username == "ada") }
        #expect(fake.log.entries.allSatisfy { $0.status == 200 })
    }

    @Test("Under a new key everything is sealed anew, and the old one may go")
    func reseals() async throws {
        let old = try key("one")
        let new = try key("three")
        _ = try await registry(SealingKeyring(old)).create("alpha", AccessToken("glpat-first-token"), id: "a")
        let both = registry(try SealingKeyring(new, older: [old]))
        #expect(try await both.reseal() == 1)
        #expect(try await both.reseal() == 0)
        let only = registry(try SealingKeyring(new))
        #expect(try await only.provider(for: "a").current() == AccessToken("glpat-first-token"))
        let lost = registry(try SealingKeyring(old)).provider(for: "a")
        await #expect { try await lost.current() } throws: {
            ($0 as? GitLabError)?.code == .tokenStoreFailed && !"\($0)".contains("first-token")
        }
    }

    @Test("A sealed token moved to another credential does not open")
    func bound() async throws {
        let registry = try registry()
        _ = try await registry.create("alpha", AccessToken("glpat-first-token"), id: "a")
        _ = try await registry.create("bravo", AccessToken("glpat-second-token"), id: "b")
        let at = try #require(Int64(exactly: Self.now.timeIntervalSince1970))
        let a = StateKey(namespace: "credential", name: "a")
        let b = StateKey(namespace: "credential", name: "b")
        let stolen = try #require(try await storage.value(for: a, at: .init(secondsSince1970: at)))
        let place = try #require(try await storage.value(for: b, at: .init(secondsSince1970: at)))
        try await storage.set(
            stolen.bytes, for: b, expecting: place.version, expiry: nil, at: .init(secondsSince1970: at))
        await #expect { try await registry.provider(for: "b").current() } throws: {
            ($0 as? GitLabError)?.code == .tokenStoreFailed
        }
    }
}

/// A store that may be away.
private final class FlickeringState: StateStorage {
    let isAway = Mutex(false)
    private let base: any StateStorage

    init(over base: any StateStorage) { self.base = base }

    private func reach() throws(StorageError) {
        if isAway.withLock(\.self) { throw StorageError(.unavailable, detail: "away") }
    }

    func value(for key: StateKey, at now: Instant) async throws(StorageError) -> StoredValue? {
        try reach()
        return try await base.value(for: key, at: now)
    }

    func set(
        _ bytes: Data, for key: StateKey, expecting expected: StoredValue.Version?, expiry: Instant?,
        at now: Instant
    ) async throws(StorageError) -> StoredValue.Version {
        try reach()
        return try await base.set(bytes, for: key, expecting: expected, expiry: expiry, at: now)
    }

    func remove(
        _ key: StateKey, expecting expected: StoredValue.Version, at now: Instant
    ) async throws(StorageError) {
        try reach()
        try await base.remove(key, expecting: expected, at: now)
    }

    func keys(
        in namespace: String, prefix: String, at now: Instant
    ) async throws(StorageError) -> [StateKey] {
        try reach()
        return try await base.keys(in: namespace, prefix: prefix, at: now)
    }
}
