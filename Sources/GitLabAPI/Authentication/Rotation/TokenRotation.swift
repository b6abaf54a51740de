import Foundation

/// A personal, project or group token that rotates itself before it ends
/// (<https://docs.gitlab.com/api/personal_access_tokens/#self-rotate>). It needs the scope `api` or `self_rotate`.
///
/// GitLab revokes the old token at once, and whoever rotates a revoked one loses all that came of it. So one process
/// rotates at a time; the new token is stored before it is used; and before each rotation GitLab is asked whether the
/// old token is still good, so that none is repeated blindly after its answer was lost. If it was revoked and nobody
/// has stored its successor, requests fail as `.successorLost` until another token is put into the store.
public final class TokenRotation: CredentialProvider {
    public struct Configuration: Hashable, Sendable {
        /// How many days before its end a token is rotated; one that lives shorter than twice that, halfway.
        public var daysAhead: Int
        /// How many days a new token lives; the instance may allow fewer than 30, and refuses more than it allows.
        public var lifetimeDays: Int
        /// How long the others wait for a process that rotates and is not heard of again. Longer than twice the client's
        /// timeout: one that was held up for half of it leaves the rotation to them.
        public var claim: Duration
        /// How long after a failure it is not tried again: an hour by default, in which a request whose answer was
        /// lost has surely ended.
        public var pause: Duration

        public init(
            daysAhead: Int = 7, lifetimeDays: Int = 30, claim: Duration = .seconds(180),
            pause: Duration = .seconds(3_600)
        ) {
            self.daysAhead = daysAhead
            self.lifetimeDays = lifetimeDays
            self.claim = claim
            self.pause = pause
        }
    }

    private let renewal: TokenRenewal

    /// - Parameters:
    ///   - account: whose token; it is put into the store before, with its end:
    ///     `IssuedTokens(access: token, try await client.send(.ownToken))`.
    ///   - transport: reaches the network without adding credentials: a `URLSessionTransport`.
    ///   - onProblem: told of every failure, those that no request came to feel too. Must return soon.
    public init(
        _ account: TokenAccount, instance: InstanceURL, over transport: any Transport, store: any TokenStore,
        configuration: Configuration = Configuration(), time: any TimeSource = .system,
        holder: String = String(UInt64.random(in: .min ... .max), radix: 16),
        onProblem: (@Sendable (GitLabError) -> Void)? = nil
    ) {
        let policy = RenewalPolicy(
            leeway: .seconds(86_400 * max(0, configuration.daysAhead)), claim: configuration.claim,
            attempts: 1,
            pause: configuration.pause, renewsRefused: false)
        let lifetime = TimeInterval(86_400 * max(1, configuration.lifetimeDays))
        renewal = TokenRenewal(
            account: account, store: store, policy: policy, time: time, holder: holder, onProblem: onProblem
        ) { old in
            let client = GitLabClient(
                instance: instance, credentials: StaticCredential(old.access), transport: transport,
                time: time)
            let claimed = time.now
            return await client.rotate(expiresAt: claimed.addingTimeInterval(lifetime)) {
                Duration.seconds(time.now.timeIntervalSince(claimed)) < configuration.claim / 2
            }
        }
    }

    /// - Throws: `.successorLost`; `.authorizationRequired` when nothing is stored; `.tokenStoreFailed`; `.cancelled`.
    public func current() async throws(GitLabError) -> AccessToken? { try await renewal.current().access }

    public func invalidate(_ token: AccessToken, because error: GitLabError) async {
        renewal.refuse(token, because: error)
    }

    /// Rotates now, as after a leak.
    ///
    /// - Throws: why it failed; the old token goes on being used.
    public func rotate() async throws(GitLabError) { _ = try await renewal.renewNow() }
}

extension GitLabClient {
    /// - Parameter isOurs: whether nobody else can have taken the rotation over meanwhile.
    fileprivate func rotate(expiresAt: Date, while isOurs: () -> Bool) async -> RenewalOutcome {
        do throws(GitLabError) {
            _ = try await send(.ownToken)
            guard isOurs() else { throw GitLabError(.timedOut, detail: "the token was looked at too late") }
            let rotated = try await send(.rotateOwnToken(expiresAt: expiresAt))
            return .renewed(IssuedTokens(access: rotated.credential, rotated.token), clockOffset: 0)
        } catch {
            guard error.code == .revokedToken else { return .failed(error) }
            var end = error
            end.code = .successorLost
            return .spent(end)
        }
    }
}
