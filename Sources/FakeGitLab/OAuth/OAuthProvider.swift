import Foundation
import WireFormat

/// The authorization server of an instance: who may ask, and what was granted but not yet fetched. Access tokens lie
/// with the instance's other tokens.
///
/// <https://docs.gitlab.com/api/oauth2/>
struct OAuthProvider: Sendable {
    /// How long an access token lasts, in seconds.
    static let tokenLifetime = 7200.0

    var applications: [String: OAuthApplication] = [:]
    var codes: [String: AuthorizationCode] = [:]
    var devices: [String: DeviceGrant] = [:]
    /// The access token each refresh token was given with: one is worth as much as the other.
    var refreshTokens: [String: String] = [:]
    private var issued = 0

    /// A text of 64 hexadecimal digits that never came before.
    mutating func secret(_ purpose: String) -> String {
        issued += 1
        return SHA256.hash(Array("\(purpose) \(issued)".utf8)).hexadecimal
    }
}

/// What stands behind an OAuth access token.
struct OAuthGrant: Sendable {
    let application: String
    /// The code or device code by which it began; refreshed tokens keep it.
    let origin: String
    let redirectURI: String?
}
