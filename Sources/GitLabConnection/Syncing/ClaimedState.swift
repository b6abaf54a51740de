import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage
import Synchronization

/// The state as one run sees it that alone reads certain projects: what it writes there shows that it is alive, and
/// keeps its claims. A run that has lost one, since it stood still too long, is refused.
///
/// A claim is a key of its own that expires, so that a crash holds up the others for ten minutes at most.
final class ClaimedState: StateStorage {
    private struct Claims {
        var versions: [StateKey: StoredValue.Version] = [:]
        var renewedAt: Instant
    }

    /// Those that nobody else has claimed.
    let projects: [ProjectID]
    private let base: any StateStorage
    private let time: any TimeSource
    private let claims: Mutex<Claims>

    init(
        claiming wanted: [ProjectID], of instance: InstanceID, in base: any StateStorage,
        time: any TimeSource
    ) async throws(StorageError) {
        let now = Instant(time.now)
        var taken: [ProjectID] = []
        var claims = Claims(renewedAt: now)
        for project in wanted {
            let key = StateKey(namespace: "sync-claim", name: "\(instance)/\(project.rawValue)")
            do throws(StorageError) {
                claims.versions[key] = try await base.set(
                    Data(), for: key, expecting: nil, expiry: now.advanced(bySeconds: Self.length), at: now)
                taken.append(project)
            } catch {
                guard error.code == .conflict else { throw error }
            }
        }
        projects = taken
        self.base = base
        self.time = time
        self.claims = Mutex(claims)
    }

    /// Gives the projects free, on a task of its own, so that a run that is cancelled does so too.
    func release() async {
        let versions = claims.withLock(\.versions)
        let task = Task { [base, time] in
            for (key, version) in versions {
                try? await base.remove(key, expecting: version, at: Instant(time.now))
            }
        }
        await task.value
    }

    func value(for key: StateKey, at now: Instant) async throws(StorageError) -> StoredValue? {
        try await base.value(for: key, at: now)
    }

    func set(
        _ bytes: Data, for key: StateKey, expecting expected: StoredValue.Version?, expiry: Instant?,
        at now: Instant
    ) async throws(StorageError) -> StoredValue.Version {
        try await renew(at: now)
        return try await base.set(bytes, for: key, expecting: expected, expiry: expiry, at: now)
    }

    func remove(
        _ key: StateKey, expecting expected: StoredValue.Version, at now: Instant
    ) async throws(StorageError) {
        try await base.remove(key, expecting: expected, at: now)
    }

    func keys(
        in namespace: String, prefix: String, at now: Instant
    ) async throws(StorageError) -> [StateKey] {
        try await base.keys(in: namespace, prefix: prefix, at: now)
    }

    /// One of those who write at a time sees to all claims, when a third of their time is over.
    private func renew(at now: Instant) async throws(StorageError) {
        let due: [StateKey: StoredValue.Version]? = claims.withLock { claims in
            guard claims.renewedAt.seconds(until: now) >= Self.length / 3 else { return nil }
            claims.renewedAt = now
            return claims.versions
        }
        for (key, version) in due ?? [:] {
            let renewed = try await renew(key, version, at: now)
            claims.withLock { $0.versions[key] = renewed }
        }
    }

    /// One that is over can be taken again while nobody else has; if somebody had meanwhile, the checkpoints he moved
    /// refuse this run.
    private func renew(
        _ key: StateKey, _ version: StoredValue.Version, at now: Instant
    ) async throws(StorageError) -> StoredValue.Version {
        let expiry = now.advanced(bySeconds: Self.length)
        do throws(StorageError) {
            return try await base.set(Data(), for: key, expecting: version, expiry: expiry, at: now)
        } catch {
            guard error.code == .conflict else { throw error }
            return try await base.set(Data(), for: key, expecting: nil, expiry: expiry, at: now)
        }
    }

    /// In seconds.
    private static let length: Int64 = 600
}
