import Foundation
public import GitLabAPI
import GitLabVocabulary
public import MetricsCore
public import MetricsStorage
public import WebhookModels

/// What the hooks of an instance prove themselves by, made at random, sealed at rest, and shared by the processes that
/// register hooks and those that receive what they send.
///
/// ```swift
/// let wish = HookWish(url: url, credentials: try await secrets.current(for: "acme"))
/// let verifier = try WebhookVerifier(accepting: try await secrets.accepted(for: "acme"))
/// ```
public struct HookSecrets: Sendable {
    private static let namespace = "hook-secrets"

    private let state: any StateStorage
    private let sealer: SecretSealer
    private let time: any TimeSource

    public init(_ state: any StateStorage, sealer: SecretSealer, time: any TimeSource = .system) {
        self.state = state
        self.sealer = sealer
        self.time = time
    }

    /// The credentials that hooks are to have; made when there are none yet, by one of those who ask at a time.
    ///
    /// - Parameter signing: whether new ones have a signing key beside the token: GitLab 19.0 and later.
    /// - Throws: `.gitLab` when they cannot be opened; `.storage`.
    public func current(
        for instance: InstanceID, signing: Bool = false
    ) async throws(ConnectionError) -> WebhookCredentials {
        var generator = SystemRandomNumberGenerator()
        while true {
            if let known = try await read(instance) { return known.secrets.current.credentials }
            let made = SealedHookSecrets(current: .init(signing: signing, using: &generator))
            if try await write(made, for: instance, expecting: nil) { return made.current.credentials }
        }
    }

    /// What a receiver accepts: the current ones, and during a rotation those before too; empty before there are any.
    ///
    /// - Throws: as `current`.
    public func accepted(for instance: InstanceID) async throws(ConnectionError) -> [WebhookCredentials] {
        guard let known = try await read(instance) else { return [] }
        return [known.secrets.current, known.secrets.previous].compactMap { $0?.credentials }
    }

    /// Begins a rotation: new credentials become the current ones, and those before are accepted until `settle(for:)`.
    /// Have the receivers read `accepted` again, then the hooks changed (`Connection.activate`, or within a day by
    /// itself), then settle.
    ///
    /// - Throws: `.conflict` when a rotation is under way, or somebody else began one at the moment; as `current`.
    @discardableResult
    public func rotate(
        for instance: InstanceID, signing: Bool = false
    ) async throws(ConnectionError) -> WebhookCredentials {
        let known = try await read(instance)
        guard known?.secrets.previous == nil else { throw .conflict(instance.rawValue) }
        var generator = SystemRandomNumberGenerator()
        let new = SealedHookSecrets(
            current: .init(signing: signing, using: &generator), previous: known?.secrets.current)
        guard try await write(new, for: instance, expecting: known?.version) else {
            throw .conflict(instance.rawValue)
        }
        return new.current.credentials
    }

    /// Ends a rotation: only the current ones are accepted from now on.
    ///
    /// - Throws: as `rotate`.
    public func settle(for instance: InstanceID) async throws(ConnectionError) {
        guard let known = try await read(instance), known.secrets.previous != nil else { return }
        let settled = SealedHookSecrets(current: known.secrets.current)
        guard try await write(settled, for: instance, expecting: known.version) else {
            throw .conflict(instance.rawValue)
        }
    }

    /// Forgets the secrets of an instance, unopened: what to do when no key opens them any more. `current` then makes
    /// new ones; until hooks have them, receivers refuse what GitLab sends.
    ///
    /// - Throws: `.storage`.
    public func remove(for instance: InstanceID) async throws(ConnectionError) {
        let (key, now) = (Self.key(instance), Instant(time.now))
        do throws(StorageError) {
            guard let stored = try await state.value(for: key, at: now) else { return }
            try await state.remove(key, expecting: stored.version, at: now)
        } catch {
            throw .storage(error)
        }
    }

    /// Seals with the current key what an older one still holds.
    ///
    /// - Returns: of how many instances the secrets were sealed anew.
    @discardableResult
    public func reseal() async throws -> Int {
        try await sealer.reseal(Self.namespace, holding: Clear.self, in: state, at: Instant(time.now))
    }

    private struct Clear: Codable, Sendable {}

    private func read(
        _ instance: InstanceID
    ) async throws(ConnectionError) -> (secrets: SealedHookSecrets, version: StoredValue.Version)? {
        let key = Self.key(instance)
        let sealed: SealedRecord<Clear>
        let version: StoredValue.Version
        do throws(StorageError) {
            guard let stored = try await state.value(for: key, at: Instant(time.now)) else { return nil }
            sealed = try SealedRecord(stored.bytes, at: key)
            version = stored.version
        } catch {
            throw .storage(error)
        }
        let opened: SealedHookSecrets?
        do throws(GitLabError) {
            opened = try sealer.withBytes(of: sealed.sealed, for: key.description) { bytes in
                try? JSONDecoder().decode(SealedHookSecrets.self, from: Data(bytes))
            }
        } catch {
            throw .gitLab(error)
        }
        guard let opened else { throw .storage(StorageError(.unreadable, detail: "\(key) holds no secrets")) }
        return (opened, version)
    }

    /// - Returns: `false` when somebody else was faster.
    private func write(
        _ secrets: SealedHookSecrets, for instance: InstanceID, expecting version: StoredValue.Version?
    ) async throws(ConnectionError) -> Bool {
        let key = Self.key(instance)
        guard let plain = try? JSONEncoder().encode(secrets) else {
            throw .storage(StorageError(.unreadable, detail: "\(key) cannot be written"))
        }
        var generator = SystemRandomNumberGenerator()
        let sealed = sealer.seal(bytes: plain, for: key.description, using: &generator)
        do throws(StorageError) {
            let bytes = try SealedRecord(sealed: sealed, clear: Clear()).bytes(at: key)
            try await state.set(bytes, for: key, expecting: version, expiry: nil, at: Instant(time.now))
            return true
        } catch {
            guard error.code == .conflict else { throw .storage(error) }
            return false
        }
    }

    private static func key(_ instance: InstanceID) -> StateKey {
        StateKey(namespace: namespace, name: instance.rawValue)
    }
}
