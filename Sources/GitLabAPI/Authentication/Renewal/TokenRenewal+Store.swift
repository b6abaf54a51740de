import Synchronization

extension TokenRenewal {
    func read() async throws(GitLabError) -> StoredTokens {
        let stored: StoredTokens?
        do {
            stored = try await store.read(account)
        } catch {
            throw GitLabError(.tokenStoreFailed, underlying: error)
        }
        guard let stored else {
            throw GitLabError(.authorizationRequired, detail: "nothing is stored for \(account)")
        }
        return stored
    }

    /// Writes a record, unless somebody else was faster.
    private func write(_ record: TokenRecord, over stored: StoredTokens) async throws(GitLabError) -> Bool {
        do {
            return try await store.replace(account, with: record, expecting: stored.version) != nil
        } catch {
            // A store's error may repeat what it was to write.
            throw GitLabError(.tokenStoreFailed, underlying: error).redacting(record.tokens.secrets)
        }
    }

    /// Says in the store that we renew.
    ///
    /// - Returns: `false` if somebody else was faster.
    func claim(_ stored: StoredTokens) async throws(GitLabError) -> Bool {
        let claim = RenewalClaim(holder: holder, length: policy.claim)
        return try await write(TokenRecord(stored.record.tokens, claim: claim), over: stored)
    }

    /// Takes our claim back. If that fails, the others wait for its length.
    func release(_ stored: StoredTokens) async {
        guard stored.record.claim?.holder == holder else { return }
        _ = try? await write(TokenRecord(stored.record.tokens), over: stored)
    }

    /// How often a store that fails is asked to keep new tokens before it counts.
    private static let storeAttempts = 3
    /// How long it is left alone after that, however long GitLab is: tokens it lacks are lost with this process.
    static let storePause = Duration.seconds(60)

    /// Stores the tokens GitLab gave us, if that has not been done.
    func storeRenewed() async throws(GitLabError) {
        var attempt = 1
        while let unstored = state.withLock(\.unstored) {
            do throws(GitLabError) {
                let stored = try await read()
                // What is neither the old nor ours is a new authorization, and stands.
                var isSettled = stored.record.tokens != unstored.old
                if !isSettled { isSettled = try await write(TokenRecord(unstored.new), over: stored) }
                if isSettled { state.withLock { $0.unstored = nil } }
            } catch {
                guard error.code == .tokenStoreFailed, attempt < Self.storeAttempts else { throw error }
                try await pause(Backoff(first: .seconds(1), longest: Self.storePause).bound(after: attempt))
                attempt += 1
            }
        }
    }
}
