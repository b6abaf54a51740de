import Foundation
import GitLabAPI
import MetricsCore
import MetricsStorage

/// A sealed value as it stands in a `StateStorage`, and beside it what need not be secret.
struct SealedRecord<Clear: Codable & Sendable>: Codable, Sendable {
    /// The version of the stored form.
    var format = 1
    var sealed: SealedSecret
    var clear: Clear

    init(sealed: SealedSecret, clear: Clear) {
        self.sealed = sealed
        self.clear = clear
    }

    /// - Throws: `StorageError` with `.unreadable` for bytes that are none, or of a later version.
    init(_ bytes: Data, at key: StateKey) throws(StorageError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: bytes)
        } catch {
            throw StorageError(.unreadable, detail: "\(key) is no sealed record")
        }
        guard format == 1 else { throw StorageError(.unreadable, detail: "\(key) has format \(format)") }
    }

    func bytes(at key: StateKey) throws(StorageError) -> Data {
        do {
            return try JSONEncoder().encode(self)
        } catch {
            throw StorageError(.unreadable, detail: "\(key) cannot be written")
        }
    }
}

extension SecretSealer {
    /// Seals with the current key every record of a namespace that is sealed with an older one: how a key is retired.
    ///
    /// - Returns: how many records were sealed anew.
    /// - Throws: `StorageError`, with `.conflict` when somebody else changed a record meanwhile; `GitLabError`.
    func reseal<Clear: Codable & Sendable>(
        _ namespace: String, holding clear: Clear.Type, in state: any StateStorage, at now: Instant
    ) async throws -> Int {
        var resealed = 0
        for key in try await state.keys(in: namespace, prefix: "", at: now) {
            guard let stored = try await state.value(for: key, at: now) else { continue }
            var record = try SealedRecord<Clear>(stored.bytes, at: key)
            guard record.sealed.keyID != keyring.current.id else { continue }
            record.sealed = try reseal(record.sealed, for: key.description)
            let bytes = try record.bytes(at: key)
            try await state.set(bytes, for: key, expecting: stored.version, expiry: nil, at: now)
            resealed += 1
        }
        return resealed
    }
}
