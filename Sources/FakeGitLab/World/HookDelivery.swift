import WireFormat

/// One sending of a hook, as its log keeps it for seven days.
struct HookDelivery: Sendable {
    let id: Int
    let hook: Int
    let url: String
    /// `push_hooks`, `merge_request_hooks`.
    let trigger: String
    let headers: [(name: String, value: String)]
    let body: JSONValue
    let sentAt: Instant
    /// An HTTP status.
    let status: Int

    var object: JSONValue {
        [
            "id": .int(id), "url": .string(url), "trigger": .string(trigger),
            "request_headers": .object(JSONObject(headers.map { ($0.name, JSONValue.string($0.value)) })),
            "request_data": body, "response_headers": ["Content-Type": "application/json; charset=utf-8"],
            "response_body": "{\"success\":true}", "execution_duration": 0.25,
            "response_status": .string(String(status)),
        ]
    }
}
