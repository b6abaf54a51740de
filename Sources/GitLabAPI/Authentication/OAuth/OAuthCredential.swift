/// An OAuth grant that renews itself: once for all requests in flight, and, through the store, once for all
/// processes that share it.
///
/// Tokens are stored before they are handed out. While the store fails they are kept in memory and stored later.
/// When nothing is left to be renewed, requests fail as `.authorizationRequired` without a question to GitLab,
/// until new tokens are put into the store.
public final class OAuthCredential: CredentialProvider {
    public struct Configuration: Hashable, Sendable {
        /// How long before its end a token is renewed; one that lives shorter than twice that, halfway.
        public var leeway: Duration
        /// How long the others wait for a process that renews and is not heard of again. Longer than
        /// `OAuthClient`'s timeout.
        public var claim: Duration
        /// How often a failing GitLab is asked in a row, a second and more apart.
        public var attempts: Int
        /// How long it is left alone after that, and after it refused a token just renewed.
        public var pause: Duration

        public init(
            leeway: Duration = .seconds(60), claim: Duration = .seconds(60), attempts: Int = 3,
            pause: Duration = .seconds(60)
        ) {
            self.leeway = leeway
            self.claim = claim
            self.attempts = attempts
            self.pause = pause
        }
    }

    private let renewal: TokenRenewal

    /// - Parameters:
    ///   - account: whose tokens; they are put into the store before.
    ///   - holder: names this credential to other processes, and is nobody else's; random by default.
    ///   - onProblem: told of every failure, those that no request came to feel too. Must return soon.
    public init(
        _ account: TokenAccount, client: OAuthClient, store: any TokenStore,
        configuration: Configuration = Configuration(), time: any TimeSource = .system,
        holder: String = String(UInt64.random(in: .min ... .max), radix: 16),
        onProblem: (@Sendable (GitLabError) -> Void)? = nil
    ) {
        let policy = RenewalPolicy(
            leeway: configuration.leeway, claim: configuration.claim,
            attempts: max(1, configuration.attempts),
            pause: configuration.pause, renewsRefused: true)
        renewal = TokenRenewal(
            account: account, store: store, policy: policy, time: time, holder: holder, onProblem: onProblem
        ) { await client.renew($0) }
    }

    /// - Throws: `.authorizationRequired`; `.tokenStoreFailed` or why GitLab did not answer, when there is no token
    ///   that still lives; `.cancelled`.
    public func current() async throws(GitLabError) -> AccessToken? { try await renewal.current().access }

    public func invalidate(_ token: AccessToken, because error: GitLabError) async {
        renewal.refuse(token, because: error)
    }
}

extension OAuthClient {
    fileprivate func renew(_ tokens: IssuedTokens) async -> RenewalOutcome {
        guard let refreshToken = tokens.refresh else {
            return .spent(GitLabError(.authorizationRequired, detail: "there is no refresh token"))
        }
        do {
            let grant = try await grant(refreshing: refreshToken)
            return .renewed(grant.tokens, clockOffset: grant.clockOffset)
        } catch {
            guard error.code == .invalidGrant else { return .failed(error) }
            var end = error
            end.code = .authorizationRequired
            return .spent(end)
        }
    }
}
