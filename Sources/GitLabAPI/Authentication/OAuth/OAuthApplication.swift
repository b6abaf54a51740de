public import GitLabVocabulary

/// An application as it is registered with the instance
/// (<https://docs.gitlab.com/integration/oauth_provider/>).
public struct OAuthApplication: Sendable, Equatable {
    public let clientID: String
    /// `nil` for a public client, which cannot keep one: an app on a device, a command line.
    public let secret: Secret?
    /// Where people come back to, to the letter as it is registered; `nil` for the device flow alone.
    public let redirectURI: String?
    /// What is asked for unless a call says otherwise.
    public let scopes: [TokenScope]

    public init(
        clientID: String, secret: Secret? = nil, redirectURI: String? = nil, scopes: [TokenScope] = [.readAPI]
    ) {
        self.clientID = clientID
        self.secret = secret
        self.redirectURI = redirectURI
        self.scopes = scopes
    }
}
