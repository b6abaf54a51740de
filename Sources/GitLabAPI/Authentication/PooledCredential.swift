/// One of the credentials of a `CredentialPool`.
public struct PooledCredential: Sendable {
    /// Stands for the credential in reports; not a secret.
    public let label: String
    /// Whether it can read all that the pool is to read, so that a list it is given lacks nothing.
    public let seesEverything: Bool
    let provider: any CredentialProvider

    /// - Parameters:
    ///   - label: what reports call it, such as the name of the token's user.
    ///   - seesEverything: whether lists of groups and of the instance may be asked with it. GitLab leaves out of
    ///     a list what a token cannot see, and does not say so. While no credential of a pool says that it sees
    ///     everything, its first one is asked.
    public init(_ label: String, _ provider: any CredentialProvider, seesEverything: Bool = false) {
        self.label = label
        self.provider = provider
        self.seesEverything = seesEverything
    }

    public init(_ label: String, _ token: AccessToken, seesEverything: Bool = false) {
        self.init(label, StaticCredential(token), seesEverything: seesEverything)
    }
}
