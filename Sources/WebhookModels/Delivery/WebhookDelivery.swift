public import Foundation

/// A delivery as it arrived: headers and body of a request that anybody may have sent. A `WebhookVerifier` makes a
/// `VerifiedWebhook` of it, or throws.
public struct WebhookDelivery: Hashable, Sendable {
    public var headers: WebhookHeaders
    /// The bytes exactly as received: the signature is over them.
    public var body: Data
    /// The address it came from, as the host's server tells it, without a port; `nil` where it does not.
    public var sourceAddress: String?

    public init(headers: WebhookHeaders, body: Data, sourceAddress: String? = nil) {
        self.headers = headers
        self.body = body
        self.sourceAddress = sourceAddress
    }
}
