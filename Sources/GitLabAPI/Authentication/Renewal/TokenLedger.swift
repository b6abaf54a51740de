import Foundation

/// What this process knows of an account's tokens: the pure part of their renewal.
struct TokenLedger: Sendable {
    enum Verdict: Sendable {
        case good
        case needsRenewal
        case hopeless(GitLabError)
    }

    private(set) var tokens: IssuedTokens?
    /// What GitLab does not take any more.
    var refused: AccessToken?
    /// What is to be renewed though it is good.
    var forced: AccessToken?
    /// Tokens that are not in the store yet, and those they take the place of.
    var unstored: (old: IssuedTokens, new: IssuedTokens)?
    private(set) var failure: (error: GitLabError, rest: Rest)?
    /// What cannot be renewed any more.
    private var spent: (tokens: IssuedTokens, error: GitLabError)?
    /// That they cannot, until it is told: another process may have stored the next ones.
    private var untold: GitLabError?
    private var renewed: Rest?
    /// What is to be added to our clock to get GitLab's, in seconds.
    private var clockOffset: TimeInterval = 0

    /// Why the tokens were not renewed.
    var problem: GitLabError? { spent?.error ?? failure?.error }

    /// Tokens to hand out without a look into the store.
    func ready(at now: Date, _ policy: RenewalPolicy) -> IssuedTokens? {
        guard let tokens, tokens.access != refused, tokens.access != forced else { return nil }
        let isResting = failure.map { !$0.rest.isOver(at: now) } ?? false
        if isResting { return standing(at: now) }
        return unstored == nil && !isDue(tokens, at: now, policy) ? tokens : nil
    }

    /// The tokens we have unless they have expired or were refused.
    func standing(at now: Date) -> IssuedTokens? {
        guard let tokens, tokens.access != refused,
            !tokens.isExpired(at: now.addingTimeInterval(clockOffset))
        else { return nil }
        return tokens
    }

    /// What is to be done with the tokens in the store, which are ours from now on.
    mutating func judge(_ stored: IssuedTokens, at now: Date, _ policy: RenewalPolicy) -> Verdict {
        tokens = stored
        if stored.access == forced { return .needsRenewal }
        let isRefused = stored.access == refused
        guard isRefused || isDue(stored, at: now, policy) else { return .good }
        if let spent, spent.tokens == stored { return .hopeless(spent.error) }
        if let failure, !failure.rest.isOver(at: now) { return .hopeless(failure.error) }
        // GitLab does not like what it has just given us, or what must not be renewed now: its refusal stands.
        if let renewed, !renewed.isOver(at: now) { return .good }
        if isRefused, !policy.renewsRefused, !isDue(stored, at: now, policy) { return .good }
        return .needsRenewal
    }

    mutating func renew(
        _ old: IssuedTokens, by new: IssuedTokens, rest: Rest, _ clockOffset: TimeInterval
    ) {
        tokens = new
        unstored = (old, new)
        renewed = rest
        self.clockOffset = clockOffset
        (failure, spent, refused, forced) = (nil, nil, nil, nil)
    }

    mutating func spend(_ tokens: IssuedTokens, _ error: GitLabError) {
        spent = (tokens, error)
        untold = error
        forced = nil
    }

    /// That the tokens cannot be renewed any more, unless that was told.
    mutating func takeUntold() -> GitLabError? {
        defer { untold = nil }
        return untold
    }

    mutating func fail(_ error: GitLabError, _ rest: Rest) {
        failure = (error, rest)
        forced = nil
    }

    private func isDue(_ tokens: IssuedTokens, at now: Date, _ policy: RenewalPolicy) -> Bool {
        tokens.isDue(at: now.addingTimeInterval(clockOffset), ahead: policy.leeway)
    }
}
