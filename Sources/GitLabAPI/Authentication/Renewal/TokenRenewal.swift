import Foundation
import Synchronization

/// Hands out the tokens of one account and renews them in time: once for all tasks of this process, and, through
/// the store, once for all processes.
final class TokenRenewal: Sendable {
    let account: TokenAccount
    let store: any TokenStore
    let policy: RenewalPolicy
    let time: any TimeSource
    let state = Mutex(TokenLedger())
    /// Names this process in claims.
    let holder: String
    private let renew: @Sendable (IssuedTokens) async -> RenewalOutcome
    private let onProblem: (@Sendable (GitLabError) -> Void)?
    private let work = SharedWork<IssuedTokens>()

    /// - Parameters:
    ///   - onProblem: told of everything that went wrong, whether or not a caller came to know of it.
    ///   - renew: asks GitLab for new tokens, once.
    init(
        account: TokenAccount, store: any TokenStore, policy: RenewalPolicy, time: any TimeSource,
        holder: String, onProblem: (@Sendable (GitLabError) -> Void)?,
        renew: @escaping @Sendable (IssuedTokens) async -> RenewalOutcome
    ) {
        self.account = account
        self.store = store
        self.policy = policy
        self.time = time
        self.holder = holder
        self.renew = renew
        self.onProblem = onProblem
    }

    /// Tokens to use now, renewed if it is time.
    func current() async throws(GitLabError) -> IssuedTokens {
        let now = time.now
        if let tokens = state.withLock({ $0.ready(at: now, policy) }) { return tokens }
        return try await work.value { await self.settled() }
    }

    /// GitLab refused the token: it is not handed out again unless nothing better is found.
    func refuse(_ token: AccessToken, because error: GitLabError) {
        // Other refusals with status 401 say nothing of the token.
        guard [.invalidToken, .expiredToken, .revokedToken].contains(error.code) else { return }
        state.withLock { ledger in
            if ledger.tokens?.access == token { ledger.refused = token }
        }
    }

    /// Renews the tokens though they are still good.
    ///
    /// - Throws: why they could not be renewed; the old ones go on being handed out.
    func renewNow() async throws(GitLabError) -> IssuedTokens {
        let old = try await current()
        state.withLock { $0.forced = old.access }
        var tokens = old
        // Work that was under way has not seen that we want others.
        while tokens.access == old.access, state.withLock({ $0.forced == old.access }) {
            tokens = try await work.value { await self.settled() }
        }
        guard tokens.access != old.access else {
            throw state.withLock(\.problem) ?? GitLabError(.authorizationRequired)
        }
        return tokens
    }

    private func settled() async -> Result<IssuedTokens, GitLabError> {
        do throws(GitLabError) { return .success(try await settle()) } catch { return .failure(error) }
    }

    /// Looks into the store, and at GitLab only if nobody has renewed what is stored; each turn starts from what is
    /// stored then.
    private func settle() async throws(GitLabError) -> IssuedTokens {
        var watch = ClaimWatch()
        var attempts = 0
        while true {
            let stored: StoredTokens
            do throws(GitLabError) {
                try await storeRenewed()
                stored = try await read()
            } catch {
                return try standing(after: note(error))
            }
            let tokens = stored.record.tokens
            let now = time.now
            let verdict = state.withLock { $0.judge(tokens, at: now, policy) }
            switch verdict {
            case .good:
                _ = state.withLock { $0.takeUntold() }
                await release(stored)
                return tokens
            case .hopeless(let error):
                if let end = state.withLock({ $0.takeUntold() }) { tell(end) }
                await release(stored)
                return try standing(after: error)
            case .needsRenewal where watch.respects(stored, not: holder):
                try await pause(watch.wait())
            case .needsRenewal:
                do throws(GitLabError) {
                    guard try await claim(stored) else { continue }
                } catch {
                    return try standing(after: note(error))
                }
                attempts += 1
                try await take(await renew(tokens), of: tokens, after: attempts)
            }
        }
    }

    private func take(_ outcome: RenewalOutcome, of old: IssuedTokens, after attempts: Int)
        async throws(GitLabError)
    {
        let now = time.now
        switch outcome {
        case .renewed(let tokens, let clockOffset):
            state.withLock {
                $0.renew(old, by: tokens, rest: Rest(from: now, tokens.rest(policy.pause)), clockOffset)
            }
        case .spent(let error):
            state.withLock { $0.spend(old, error) }
        case .failed(let error) where RenewalOutcome.isPassing(error) && attempts < policy.attempts:
            try await pause(Backoff(first: .seconds(1), longest: policy.pause).bound(after: attempts))
        case .failed(let error):
            note(error)
        }
    }

    /// What we have if it is still good for something.
    private func standing(after error: GitLabError) throws(GitLabError) -> IssuedTokens {
        let now = time.now
        guard let tokens = state.withLock({ $0.standing(at: now) }) else { throw error }
        return tokens
    }

    @discardableResult
    private func note(_ error: GitLabError) -> GitLabError {
        let pause = error.code == .tokenStoreFailed ? min(policy.pause, Self.storePause) : policy.pause
        let rest = Rest(from: time.now, pause)
        let isNews = state.withLock { ledger in
            defer { ledger.fail(error, rest) }
            return ledger.failure?.error != error
        }
        if isNews { tell(error) }
        return error
    }

    private func tell(_ error: GitLabError) { onProblem?(error) }

    func pause(_ duration: Duration) async throws(GitLabError) {
        do {
            try await time.sleep(for: duration)
        } catch {
            throw GitLabError(.cancelled)
        }
    }
}
