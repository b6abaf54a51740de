import WireFormat

/// One sending of a hook, as its log keeps it for seven days.
struct HookDelivery: Sendable {
    let id: Int
    let hook: Int
    /// The hook's, names in the place of variables.
    let url: String
    /// `push_hooks`, `merge_request_hooks`.
    let trigger: String
    /// `X-Gitlab-Event`.
    let event: String
    let eventUUID: String
    let idempotencyKey: String
    /// Without secrets.
    let headers: [(name: String, value: String)]
    let body: JSONValue
    let sentAt: Instant
    let responseHeaders: JSONValue
    let responseBody: String
    /// Seconds.
    let duration: Double
    /// An HTTP status, or `internal error` when none came.
    let status: String

    static let memory = 7 * 86_400.0

    var object: JSONValue {
        [
            "id": .int(id), "url": .string(url), "trigger": .string(trigger),
            "request_headers": .object(JSONObject(headers.map { ($0.name, JSONValue.string($0.value)) })),
            "request_data": body, "response_headers": responseHeaders, "response_body": .string(responseBody),
            "execution_duration": .double(duration), "response_status": .string(status),
        ]
    }

    /// The same once more: the same key, whatever else is made anew.
    func repetition(at now: Instant) -> PendingDelivery {
        PendingDelivery(
            hook: hook, trigger: trigger, event: event, body: body, eventUUID: eventUUID,
            idempotencyKey: idempotencyKey, due: now, isRepeated: true)
    }
}
