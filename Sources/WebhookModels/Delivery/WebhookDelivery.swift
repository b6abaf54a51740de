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

/// Neither values of headers nor the body are shown.
extension WebhookDelivery: CustomStringConvertible, CustomReflectable {
    public var description: String {
        "\(body.count) bytes from \(sourceAddress ?? "an unknown address") with \(headers)"
    }

    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
