import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage
import WebhookModels

/// Single calls about hooks, and what is remembered of them.
extension HookRegistrar {
    /// The hooks that lead there, oldest first.
    ///
    /// - Throws: `.unusableWish` for what is no web address.
    func hooks(at url: String, of owner: HookOwner) async throws(IngestionError) -> [Hook] {
        guard let wanted = HookURL(url) else { throw IngestionError(.unusableWish) }
        var found: [Hook] = []
        do throws(GitLabError) {
            for try await page in client.pages(.hooks(of: owner)) {
                found += page.elements.filter { HookURL($0.url) == wanted }
            }
        } catch {
            throw await explained(error, owner)
        }
        return found.sorted { $0.id < $1.id }
    }

    /// - Throws: `.noHook` when none leads there.
    func hook(at url: String, of owner: HookOwner) async throws(IngestionError) -> Hook {
        guard let hook = try await hooks(at: url, of: owner).first else { throw IngestionError(.noHook) }
        return hook
    }

    func send<Answer: Decodable & Sendable>(
        _ request: Request<Answer>
    ) async throws(IngestionError) -> Answer {
        do throws(GitLabError) {
            return try await client.send(request)
        } catch {
            throw IngestionError(ofHooks: error)
        }
    }

    /// One that is gone already is removed too.
    func remove(_ hook: HookID, of owner: HookOwner) async throws(IngestionError) {
        do throws(GitLabError) {
            try await client.send(.deleteHook(hook, of: owner))
        } catch {
            if error.code != .notFound { throw IngestionError(ofHooks: error) }
        }
        try await forget(hook)
    }

    /// A group that is there while its hooks are not lacks the tier for them.
    private func explained(_ error: GitLabError, _ owner: HookOwner) async -> IngestionError {
        guard error.code == .notFound, case .group(let group) = owner,
            (try? await client.send(.group(group))) != nil
        else { return IngestionError(ofHooks: error) }
        return IngestionError(.tierMissing, error)
    }
}

extension HookRegistrar {
    func key(of hook: HookID) -> StateKey { StateKey(namespace: "hook", name: "\(instance)/\(hook)") }

    /// Which secrets it was given last; `nil` when that is not known.
    func fingerprint(of hook: HookID) async throws(IngestionError) -> HookFingerprint? {
        try await stored(hook).flatMap { try? JSONDecoder().decode(HookFingerprint.self, from: $0.bytes) }
    }

    func remember(_ credentials: WebhookCredentials, of hook: HookID) async throws(IngestionError) {
        let version = try await stored(hook)?.version
        let fingerprint = HookFingerprint(credentials, of: key(of: hook))
        guard let bytes = try? JSONEncoder().encode(fingerprint) else { return }
        do throws(StorageError) {
            try await state.set(
                bytes, for: key(of: hook), expecting: version, expiry: nil, at: Instant(time.now))
        } catch {
            // Somebody else has just given it secrets: which of the two it has now, the next look settles.
            if error.code == .conflict { return try await forget(hook) }
            throw IngestionError(error)
        }
    }

    func forget(_ hook: HookID) async throws(IngestionError) {
        guard let version = try await stored(hook)?.version else { return }
        do throws(StorageError) {
            try await state.remove(key(of: hook), expecting: version, at: Instant(time.now))
        } catch {
            if error.code != .conflict { throw IngestionError(error) }
        }
    }

    private func stored(_ hook: HookID) async throws(IngestionError) -> StoredValue? {
        do throws(StorageError) {
            return try await state.value(for: key(of: hook), at: Instant(time.now))
        } catch {
            throw IngestionError(error)
        }
    }
}
