public import GitLabVocabulary

/// What a hook proves itself by. A delivery must prove everything that is here: where there is a signing key, the plain
/// token alone does not do.
public struct WebhookCredentials: Equatable, Sendable {
    /// The secret token, sent as it is in `X-Gitlab-Token`.
    ///
    /// <https://docs.gitlab.com/user/project/integrations/webhooks/>
    public var token: Secret?
    /// GitLab 19.0 and later. It alone protects body and time, and keeps deliveries from being repeated.
    public var signingKey: SigningKey?

    public init(token: Secret? = nil, signingKey: SigningKey? = nil) {
        self.token = token
        self.signingKey = signingKey
    }
}
