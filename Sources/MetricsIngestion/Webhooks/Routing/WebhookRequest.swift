public import Foundation
public import WebhookModels

/// A request as a host's server received it: all that a `WebhookRouter` needs of any framework.
public struct WebhookRequest: Hashable, Sendable {
    /// `POST`, …
    public var method: String
    /// Path and, if there is one, query, as sent.
    public var target: String
    public var headers: WebhookHeaders
    /// The bytes exactly as received: the signature is over them.
    public var body: Data
    /// The peer's address without a port, or, behind a proxy the host trusts, the one that proxy tells; `nil` where
    /// the host does not know it.
    public var sourceAddress: String?

    public init(
        method: String, target: String, headers: WebhookHeaders, body: Data, sourceAddress: String? = nil
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.sourceAddress = sourceAddress
    }

    /// Without query and without a slash at its end.
    var path: Substring {
        let path = target.prefix { $0 != "?" && $0 != "#" }
        return path.count > 1 && path.hasSuffix("/") ? path.dropLast() : path
    }
}
