/// Where requests take their token from. A provider may replace its token while requests are in flight.
public protocol CredentialProvider: Sendable {
    /// The token to send now; `nil` sends the request without one.
    func current() async throws(GitLabError) -> AccessToken?

    /// Tells that GitLab refused this token. A provider that can get another one does so; `current()` then
    /// returns it, and the request is sent once more. Saying so about a token already replaced does nothing.
    func invalidate(_ token: AccessToken, because error: GitLabError) async
}

/// One token that never changes.
public struct StaticCredential: CredentialProvider {
    private let token: AccessToken?

    public init(_ token: AccessToken?) { self.token = token }

    public func current() async throws(GitLabError) -> AccessToken? { token }
    public func invalidate(_ token: AccessToken, because error: GitLabError) async {}
}
