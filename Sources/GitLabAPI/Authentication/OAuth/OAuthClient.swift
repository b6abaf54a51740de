import Foundation
public import GitLabVocabulary

/// Talks to the OAuth 2.0 provider of one instance (<https://docs.gitlab.com/api/oauth2/>).
///
/// Secrets travel in bodies only, and no redirect is followed with one.
public struct OAuthClient: Sendable {
    public let instance: InstanceURL
    public let application: OAuthApplication
    let transport: any Transport
    let time: any TimeSource
    /// How long one exchange may take.
    let timeout: Duration

    /// - Parameters:
    ///   - transport: reaches the network without adding credentials: a `URLSessionTransport`.
    ///   - timeout: how long one exchange may take; 30 seconds by default.
    public init(
        instance: InstanceURL, application: OAuthApplication, over transport: any Transport,
        timeout: Duration = .seconds(30), time: any TimeSource = .system
    ) {
        self.instance = instance
        self.application = application
        self.transport = transport
        self.timeout = timeout
        self.time = time
    }

    /// New tokens for a refresh token, which is used up by that, as the access token beside it is.
    ///
    /// - Throws: `.invalidGrant` when it was used before or revoked; see also `token(code:verifier:)`.
    public func refresh(_ refreshToken: Secret) async throws(GitLabError) -> IssuedTokens {
        try await grant(refreshing: refreshToken).tokens
    }

    /// Makes a token worthless, an access or a refresh token; one that is so already is no error.
    public func revoke(_ token: Secret) async throws(GitLabError) {
        let fields = QueryItems(credentials(of: application) + [("token", token.reveal())])
        _ = try await answer(to: post("revoke", fields), hiding: secrets + [token])
    }

    /// What GitLab knows of an access token.
    ///
    /// - Throws: `.invalidToken`, `.expiredToken` or `.revokedToken`.
    public func tokenInfo(of token: AccessToken) async throws(GitLabError) -> OAuthTokenInfo {
        let request = HTTPRequest(
            url: try endpoint("token/info"),
            headers: ["Accept": "application/json", "Authorization": "Bearer \(token.secret.reveal())"],
            timeout: timeout)
        return try decode(try await answer(to: request, hiding: [token.secret]), of: request)
    }

    /// Tokens with what the answer tells of GitLab's clock.
    func grant(refreshing refreshToken: Secret) async throws(GitLabError) -> OAuthGrant {
        let fields = [
            ("grant_type", "refresh_token"), ("refresh_token", refreshToken.reveal()),
            ("redirect_uri", application.redirectURI),
        ]
        return try await grant(fields, hiding: [refreshToken], keeping: refreshToken)
    }
}
