public import Foundation
public import GitLabAPI
import GitLabVocabulary
import MetricsCore
public import MetricsStorage

/// The credentials of a host's connections: created, replaced and deleted by its admins, sealed at rest, and never shown
/// again. What it tells of one is a `CredentialInfo`.
///
/// All processes of a host that share a store share its credentials; `provider(for:)` gives one to a client.
public struct CredentialRegistry: Sendable {
    private static let namespace = "credential"

    let state: any StateStorage
    let sealer: SecretSealer
    let time: any TimeSource

    public init(_ state: any StateStorage, sealer: SecretSealer, time: any TimeSource = .system) {
        self.state = state
        self.sealer = sealer
        self.time = time
    }

    /// Keeps a token under an id of its own.
    ///
    /// - Parameters:
    ///   - told: what GitLab says of the token (`Request.ownToken`), for its scopes and expiry.
    ///   - id: a random UUID unless the host has a name for it.
    /// - Throws: `.emptyToken`; `.conflict` when there is a credential with that id.
    public func create(
        _ label: String, _ token: AccessToken, told: PersonalAccessToken? = nil,
        id: String = UUID().uuidString.lowercased()
    ) async throws(ConnectionError) -> CredentialInfo {
        let info = CredentialInfo(
            id: id, label: label, scopes: told?.scopes ?? [],
            expiresAt: told?.expiresAt, createdAt: time.now, updatedAt: time.now)
        try await write(info, token, expecting: nil)
        return info
    }

    /// Puts another token in the place of one. Requests under way with the old one are sent again with the new one when
    /// they are refused, in all processes.
    ///
    /// - Throws: `.missing`; `.conflict` when somebody else replaced it at the same moment.
    @discardableResult
    public func update(
        _ id: String, _ token: AccessToken, told: PersonalAccessToken? = nil
    ) async throws(ConnectionError) -> CredentialInfo {
        let (record, version) = try await read(id)
        var info = record.clear
        (info.scopes, info.expiresAt, info.updatedAt) = (told?.scopes ?? [], told?.expiresAt, time.now)
        try await write(info, token, expecting: version)
        return info
    }

    /// - Throws: `.missing`; `.conflict`.
    @discardableResult
    public func rename(_ id: String, _ label: String) async throws(ConnectionError) -> CredentialInfo {
        var (record, version) = try await read(id)
        record.clear.label = label
        record.clear.updatedAt = time.now
        try await write(record, expecting: version)
        return record.clear
    }

    /// - Throws: `.missing`.
    public func info(_ id: String) async throws(ConnectionError) -> CredentialInfo {
        try await read(id).record.clear
    }

    /// All of them, by label and id.
    public func list() async throws(ConnectionError) -> [CredentialInfo] {
        var infos: [CredentialInfo] = []
        for key in try await keys() {
            do throws(ConnectionError) {
                infos.append(try await info(key.name))
            } catch {
                // Deleted since its key was listed.
                guard error.code == .missing else { throw error }
            }
        }
        return infos.sorted { ($0.label, $0.id) < ($1.label, $1.id) }
    }

    /// Forgets the token. GitLab still takes it: revoke it there.
    ///
    /// - Throws: `.missing`; `.conflict`.
    public func delete(_ id: String) async throws(ConnectionError) {
        let (_, version) = try await read(id)
        do throws(StorageError) {
            try await state.remove(Self.key(id), expecting: version, at: Instant(time.now))
        } catch {
            throw .storage(error)
        }
    }

    /// Seals with the current key what an older one still holds.
    ///
    /// - Returns: how many credentials were sealed anew.
    @discardableResult
    public func reseal() async throws -> Int {
        try await sealer.reseal(
            Self.namespace, holding: CredentialInfo.self, in: state, at: Instant(time.now))
    }

    /// The token itself, for whoever sends it; opened only if it is another than the one of that version.
    func token(
        _ id: String, since known: OpenedToken?
    ) async throws(ConnectionError) -> OpenedToken {
        let (record, version) = try await read(id)
        if let known, known.version == version { return known }
        do throws(GitLabError) {
            let secret = try sealer.open(record.sealed, for: Self.key(id).description)
            return OpenedToken(token: AccessToken(secret.reveal()), version: version)
        } catch {
            throw .gitLab(error)
        }
    }

    private func read(
        _ id: String
    ) async throws(ConnectionError) -> (record: SealedRecord<CredentialInfo>, version: StoredValue.Version) {
        let key = Self.key(id)
        let stored: StoredValue?
        do throws(StorageError) {
            stored = try await state.value(for: key, at: Instant(time.now))
        } catch {
            throw .storage(error)
        }
        guard let stored else { throw .missing(id) }
        do throws(StorageError) {
            return (try SealedRecord(stored.bytes, at: key), stored.version)
        } catch {
            throw .storage(error)
        }
    }

    private func write(
        _ info: CredentialInfo, _ token: AccessToken, expecting version: StoredValue.Version?
    ) async throws(ConnectionError) {
        guard !token.secret.isEmpty else { throw .emptyToken }
        let sealed = sealer.seal(token.secret, for: Self.key(info.id).description)
        try await write(SealedRecord(sealed: sealed, clear: info), expecting: version)
    }

    private func write(
        _ record: SealedRecord<CredentialInfo>, expecting version: StoredValue.Version?
    ) async throws(ConnectionError) {
        do throws(StorageError) {
            let key = Self.key(record.clear.id)
            try await state.set(
                record.bytes(at: key), for: key, expecting: version, expiry: nil, at: Instant(time.now))
        } catch {
            throw .storage(error)
        }
    }

    private func keys() async throws(ConnectionError) -> [StateKey] {
        do throws(StorageError) {
            return try await state.keys(in: Self.namespace, prefix: "", at: Instant(time.now))
        } catch {
            throw .storage(error)
        }
    }

    private static func key(_ id: String) -> StateKey { StateKey(namespace: namespace, name: id) }
}
