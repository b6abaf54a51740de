/// A client registered with the instance.
///
/// <https://docs.gitlab.com/integration/oauth_provider/>
struct OAuthApplication: Sendable {
    let uid: String
    let secret: String
    let redirectURIs: [String]
    let scopes: [String]
    /// Whether it can keep a secret, and so must send it.
    let isConfidential: Bool

    /// Scopes as a request names them, apart by spaces; without any, all of the application's.
    ///
    /// - Throws: `invalid_scope` when one is not the application's.
    func granted(_ scope: String?) throws(Rejection) -> [String] {
        let wanted = (scope ?? "").split(separator: " ").map(String.init)
        guard wanted.allSatisfy(scopes.contains) else { throw .invalidScope }
        return wanted.isEmpty ? scopes : wanted
    }
}

extension World {
    /// Registers an OAuth application.
    ///
    /// - Parameters:
    ///   - redirectURIs: where users may be sent back to; compared as texts.
    ///   - scopes: the most it may ask for.
    ///   - isConfidential: whether it must send its secret; a public one must use PKCE instead.
    public mutating func addApplication(
        uid: String, secret: String, redirectURIs: [String], scopes: [String], isConfidential: Bool = true
    ) {
        oauth.applications[uid] = OAuthApplication(
            uid: uid, secret: secret, redirectURIs: redirectURIs, scopes: scopes,
            isConfidential: isConfidential)
    }
}
