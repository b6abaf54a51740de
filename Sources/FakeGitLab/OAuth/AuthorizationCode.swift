/// A code that one application fetches a token with, once.
struct AuthorizationCode: Sendable {
    /// Seconds.
    static let lifetime = 600.0

    let application: String
    let user: Int
    let redirectURI: String
    let scopes: [String]
    let challenge: CodeChallenge?
    let expiresAt: Instant
    var isUsed = false
}
