public import GitLabVocabulary

/// The unguessable word that ties a callback to the session in which it was begun (RFC 6749, section 10.12). Keep it with the
/// session and the instance it was begun for, and forget it once a callback has come.
public struct OAuthState: Sendable, Equatable {
    /// Stays with the session; compares in constant time.
    public let secret: Secret

    /// 32 bytes from the system's secure generator.
    public init() {
        var random = SystemRandomNumberGenerator()
        self.init(using: &random)
    }

    public init(using random: inout some RandomNumberGenerator) {
        secret = Secret(unguessable: &random)
    }

    /// One kept before.
    public init(_ secret: Secret) { self.secret = secret }
}
