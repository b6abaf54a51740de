import Synchronization

/// One token that the host may put another in the place of, at any time and without stopping requests: one that was
/// under way with the old token and is refused is sent again with the new one.
public final class ReplaceableCredential: CredentialProvider {
    private let token: Mutex<AccessToken?>

    public init(_ token: AccessToken?) { self.token = Mutex(token) }

    /// Uses the new token from now on. The old one may be revoked at once.
    public func replace(with token: AccessToken) { self.token.withLock { $0 = token } }

    public func current() async throws(GitLabError) -> AccessToken? { token.withLock { $0 } }
    public func invalidate(_ token: AccessToken, because error: GitLabError) async {}
}
