import Foundation
public import GitLabAPI
import MetricsCore
public import MetricsStorage

/// Tokens that renew themselves, sealed in a `StateStorage`: what several processes share one grant through.
///
/// A record is bound to its account: moved to another, it does not open. Who renews, and until when, stands in the
/// clear beside it (Documentation/Credentials.md).
public struct SealedTokenStore: TokenStore {
    private static let namespace = "tokens"

    private struct Claim: Codable, Sendable {
        var holder: String?
        var seconds: Double?
    }

    private let state: any StateStorage
    private let sealer: SecretSealer
    private let time: any TimeSource

    public init(_ state: any StateStorage, sealer: SecretSealer, time: any TimeSource = .system) {
        self.state = state
        self.sealer = sealer
        self.time = time
    }

    /// - Throws: `StorageError`; `GitLabError` with `.sealBroken` or `.unknownSealingKey`.
    public func read(_ account: TokenAccount) async throws -> StoredTokens? {
        let key = Self.key(account)
        guard let stored = try await state.value(for: key, at: Instant(time.now)) else { return nil }
        let record = try SealedRecord<Claim>(stored.bytes, at: key)
        let opened: SealedTokens? = try sealer.withBytes(of: record.sealed, for: key.description) { bytes in
            try? JSONDecoder().decode(SealedTokens.self, from: Data(bytes))
        }
        guard let tokens = opened?.tokens else {
            throw StorageError(.unreadable, detail: "\(key) holds no tokens")
        }
        var claim: RenewalClaim?
        if let holder = record.clear.holder, let seconds = record.clear.seconds, seconds.isFinite {
            claim = RenewalClaim(holder: holder, length: .seconds(min(max(0, seconds), 86_400)))
        }
        return StoredTokens(
            TokenRecord(tokens, claim: claim), version: .init(rawValue: String(stored.version.rawValue)))
    }

    /// - Throws: `StorageError`.
    public func replace(
        _ account: TokenAccount, with record: TokenRecord, expecting version: StoredTokens.Version?
    ) async throws -> StoredTokens.Version? {
        let key = Self.key(account)
        var expected: StoredValue.Version?
        if let version {
            guard let number = Int64(version.rawValue) else { return nil }
            expected = StoredValue.Version(rawValue: number)
        }
        let bytes = try sealed(record, for: key)
        let now = Instant(time.now)
        do throws(StorageError) {
            let new = try await state.set(bytes, for: key, expecting: expected, expiry: nil, at: now)
            return StoredTokens.Version(rawValue: String(new.rawValue))
        } catch {
            guard error.code == .conflict else { throw error }
            return nil
        }
    }

    /// What stands there is not opened: one that no key opens any more is replaced too.
    ///
    /// - Throws: `StorageError`; `CancellationError`.
    public func put(_ tokens: IssuedTokens, for account: TokenAccount) async throws {
        var isStored = false
        while !isStored {
            try Task.checkCancellation()
            let stored = try await state.value(for: Self.key(account), at: Instant(time.now))
            let version = stored.map { StoredTokens.Version(rawValue: String($0.version.rawValue)) }
            isStored = try await replace(account, with: TokenRecord(tokens), expecting: version) != nil
        }
    }

    private func sealed(_ record: TokenRecord, for key: StateKey) throws -> Data {
        var generator = SystemRandomNumberGenerator()
        let plain = try JSONEncoder().encode(SealedTokens(record.tokens))
        let sealed = sealer.seal(bytes: plain, for: key.description, using: &generator)
        let seconds: Double? = record.claim.map { $0.length / Duration.seconds(1) }
        let claim = Claim(holder: record.claim?.holder, seconds: seconds)
        return try SealedRecord<Claim>(sealed: sealed, clear: claim).bytes(at: key)
    }

    /// - Throws: `StorageError`, with `.conflict` when somebody renews them at that moment.
    public func remove(_ account: TokenAccount) async throws {
        let key = Self.key(account)
        let now = Instant(time.now)
        guard let stored = try await state.value(for: key, at: now) else { return }
        try await state.remove(key, expecting: stored.version, at: now)
    }

    /// Seals with the current key what an older one still holds.
    ///
    /// - Returns: how many accounts were sealed anew.
    @discardableResult
    public func reseal() async throws -> Int {
        try await sealer.reseal(Self.namespace, holding: Claim.self, in: state, at: Instant(time.now))
    }

    private static func key(_ account: TokenAccount) -> StateKey {
        StateKey(namespace: namespace, name: account.rawValue)
    }
}
