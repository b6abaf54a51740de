import Foundation
import WireFormat

/// How much of a delivery is looked at, before anything of it is parsed.
public struct WebhookLimits: Hashable, Sendable {
    /// GitLab sends no larger body than 25 MB.
    ///
    /// <https://docs.gitlab.com/administration/instance_limits/>
    public var bodyBytes = 25 * 1024 * 1024
    /// GitLab sends about a dozen and up to 20 of the hook's own; proxies add theirs.
    public var headerCount = 128
    /// Of one field, its name included.
    public var headerBytes = 8 * 1024
    /// Of all fields together.
    public var totalHeaderBytes = 64 * 1024
    /// How many objects and arrays may stand within each other; GitLab's own bodies have fewer than ten.
    public var jsonDepth = 64

    public init() {}

    /// O(fields).
    func check(_ delivery: WebhookDelivery) throws(WebhookError) {
        guard delivery.body.count <= bodyBytes else {
            throw WebhookError(.bodyTooLarge, "more than \(bodyBytes) bytes")
        }
        let fields = delivery.headers.fields
        guard fields.count <= headerCount else {
            throw WebhookError(.headersTooLarge, "more than \(headerCount) headers")
        }
        var total = 0
        for field in fields {
            let size = field.name.utf8.count + field.value.utf8.count
            total += size
            guard size <= headerBytes, total <= totalHeaderBytes else {
                throw WebhookError(
                    .headersTooLarge, "a header over \(headerBytes) bytes, or over \(totalHeaderBytes) in all"
                )
            }
        }
    }

    /// O(bytes).
    func checkNesting(of body: Data) throws(WebhookError) {
        switch JSONNesting.look(over: body, limit: jsonDepth) {
        case .within: return
        case .tooDeep: throw WebhookError(.tooDeep, "nested deeper than \(jsonDepth)")
        case .notUTF8: throw WebhookError(.malformedBody, "not in UTF-8")
        }
    }
}
