public import Foundation
import WireFormat

extension WebhookEvent {
    /// Reads the body of a delivery in one pass; linear in its size. Fields that carry code, file names, variables or
    /// secrets are left out already here.
    ///
    /// - Parameter header: `X-Gitlab-Event`, which must not contradict the body. `nil`, headers this version does not
    ///   know and `System Hook` go with every kind; every header goes with a kind this version does not know, for a
    ///   hook may have a template of its own.
    /// - Throws: `tooDeep` as `WebhookLimits` has it, `malformedBody`, `unreadableField` or `kindMismatch`.
    public init(body: Data, header: String?) throws(WebhookError) {
        try WebhookLimits().checkNesting(of: body)
        try self.init(flat: body, header: header)
    }

    /// Reads a body whose nesting was looked at.
    fileprivate init(flat body: Data, header: String?) throws(WebhookError) {
        self = try Self.decoded(body)
        if case .unrecognized(let event) = self {
            self = .unrecognized(UnrecognizedEvent(kind: event.kind, body: body))
        } else if let announced = header.flatMap(WebhookKind.init(header:)), announced != kind {
            throw WebhookError(.kindMismatch, "X-Gitlab-Event announces \(announced), the body is of \(kind)")
        }
    }

    static func decoded<Value: Decodable>(_ body: Data, as type: Value.Type = Self.self)
        throws(WebhookError) -> Value
    {
        do {
            return try JSON.decode(from: body)
        } catch {
            throw WebhookError(unreadable: error)
        }
    }
}

extension VerifiedWebhook {
    /// What it tells.
    ///
    /// - Throws: `malformedBody`, `unreadableField` or `kindMismatch`, as `WebhookEvent.init(body:header:)`.
    public func event() throws(WebhookError) -> WebhookEvent {
        try WebhookEvent(flat: body, header: header)
    }
}
