public import Foundation

/// A delivery that comes from whom it says. Only a `WebhookVerifier` makes one.
public struct VerifiedWebhook: Hashable, Sendable {
    /// The same for every attempt at the same sending: `Idempotency-Key` or `webhook-id` (GitLab 17.4), else the event's
    /// UUID and a hash of the body, else the hash alone.
    public let id: String
    /// `X-Gitlab-Event`: `Merge Request Hook`, `System Hook`, …
    public let header: String?
    /// `X-Gitlab-Event-UUID`: deliveries that several hooks send of one event share it.
    public let eventUUID: String?
    /// `X-Gitlab-Instance`, the instance's address as it says itself.
    public let instanceURL: String?
    /// The bytes as received; they may hold code and secrets, and are not to be kept.
    public let body: Data

    package init(id: String, header: String?, eventUUID: String?, instanceURL: String?, body: Data) {
        self.id = id
        self.header = header
        self.eventUUID = eventUUID
        self.instanceURL = instanceURL
        self.body = body
    }
}

/// The body is not shown.
extension VerifiedWebhook: CustomStringConvertible, CustomReflectable {
    public var description: String { "\(header ?? "Hook") \(id), \(body.count) bytes" }
    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
