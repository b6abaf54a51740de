public import WebhookModels

/// A change of the secrets of hooks, in which no delivery is lost: first the receiver accepts the new ones too, then
/// the hooks get them, and only then it accepts the old ones no more.
///
/// ```swift
/// let rotation = HookRotation(of: wish, to: WebhookCredentials(signingKey: .random()))
/// let meanwhile = try WebhookVerifier(accepting: rotation.acceptedMeanwhile)
/// // … the receiver verifies by it, and then:
/// let reports = await registrar.ensure(rotation.wish, at: owners)
/// let isOver = reports.allSatisfy { $0.error == nil }
/// ```
///
/// What is sent again from the log is signed anew, so nothing needs the old secrets once every hook has the new ones
/// and what was under way then has arrived; GitLab waits 10 seconds for an answer.
public struct HookRotation: Equatable, Sendable {
    /// With the new secrets.
    public let wish: HookWish
    /// The new ones and the old ones. A delivery proves all of the one or all of the other.
    public let acceptedMeanwhile: [WebhookCredentials]

    public init(of wish: HookWish, to credentials: WebhookCredentials) {
        acceptedMeanwhile = [credentials, wish.credentials]
        var wish = wish
        wish.credentials = credentials
        self.wish = wish
    }
}
