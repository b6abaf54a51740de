public import Foundation
public import GitLabVocabulary

extension OAuthClient {
    /// Where to send the person's browser, who comes back to the redirect URI with a code.
    ///
    /// - Parameters:
    ///   - state: to be kept in the session, as the verifier of `pkce` is.
    ///   - scopes: those of the application by default.
    /// - Throws: `.invalidRequest` for an application without a redirect URI.
    public func authorizationURL(state: OAuthState, pkce: PKCE, scopes: [TokenScope]? = nil)
        throws(GitLabError) -> URL
    {
        guard let redirectURI = application.redirectURI else {
            throw GitLabError(.invalidRequest, detail: "the application has no redirect URI")
        }
        return try endpoint(
            "authorize",
            [
                "client_id": application.clientID, "redirect_uri": redirectURI, "response_type": "code",
                "state": state.secret.reveal(), "scope": Self.joined(scopes ?? application.scopes),
                "code_challenge": pkce.challenge, "code_challenge_method": "S256",
            ])
    }

    /// The code in the URL with which the person came back.
    ///
    /// - Parameter state: the one of this session; compared in constant time, before anything else is believed.
    /// - Throws: `.stateMismatch` for a callback that was not begun in this session; what GitLab refused, such as
    ///   `.accessDenied`; `.rejected` for a callback with neither a code nor an error.
    public func code(from callback: URL, expecting state: OAuthState) throws(GitLabError) -> Secret {
        let items = URLComponents(url: callback, resolvingAgainstBaseURL: true)?.queryItems ?? []
        func only(_ name: String) -> String? {
            let values = items.filter { $0.name == name }.compactMap(\.value)
            return values.count == 1 && values[0].isEmpty == false ? values[0] : nil
        }
        guard let returned = only("state"), Secret(returned) == state.secret else {
            throw GitLabError(.stateMismatch)
        }
        if let word = only("error") {
            let said = only("error_description")?.replacing("+", with: " ")
            throw GitLabError(.init(oauth: word), detail: said)
        }
        guard let code = only("code") else {
            throw GitLabError(.rejected, detail: "the callback has neither a code nor an error")
        }
        return Secret(code)
    }

    /// Tokens for a code, which is used up by that.
    ///
    /// - Parameter verifier: that of the `PKCE` whose challenge was sent.
    /// - Throws: `.invalidGrant` for a code that is used, ended or another's; `.invalidClient` when the application is
    ///   unknown or its secret wrong; `.notGitLab` and `.decoding` for answers that are none.
    public func token(code: Secret, verifier: Secret) async throws(GitLabError) -> IssuedTokens {
        let fields = [
            ("grant_type", "authorization_code"), ("code", code.reveal()),
            ("redirect_uri", application.redirectURI), ("code_verifier", verifier.reveal()),
        ]
        return try await grant(fields, hiding: [code, verifier]).tokens
    }

    static func joined(_ scopes: [TokenScope]) -> String {
        scopes.map(\.rawValue).joined(separator: " ")
    }
}
