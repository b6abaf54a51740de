import WireFormat

/// What one hook is to be told of one event.
struct PendingDelivery: Sendable {
    let hook: Int
    /// As the log names it: `merge_request_hooks`.
    let trigger: String
    /// `X-Gitlab-Event`.
    let event: String
    let body: JSONValue
    /// One for all hooks that hear of the event.
    let eventUUID: String
    let idempotencyKey: String
    var due: Instant
    /// Whether it goes out even though the hook is disabled, as tests do.
    var isForced = false
    /// Whether the body was sent before and stays as it was, whatever the hook's template says now.
    var isRepeated = false
    /// Whether the connection is to break.
    var isLost = false
}
