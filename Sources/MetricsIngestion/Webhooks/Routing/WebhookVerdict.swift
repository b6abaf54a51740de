public import MetricsStorage
public import WebhookModels
import WireFormat

/// What became of a request for a `WebhookRouter`.
public enum WebhookVerdict: Hashable, Sendable {
    /// 200: it waits in the inbox, or the handler has taken it.
    case accepted(InboxEntry.ID, WebhookKind)
    /// 200: the delivery is known.
    case duplicate(InboxEntry.ID, WebhookKind)
    /// 200: that address takes no such kind. Anything but success would in the end disable the hook.
    case ignored(WebhookKind)
    /// 200: the request was for trying only; nothing was done.
    case rehearsed
    /// The delivery is not believed or not understood; the error has the status.
    case refused(WebhookError)
    /// 503: the inbox is full or not there, or the handler failed. GitLab logs the failure, so that the delivery can be
    /// sent again.
    case unavailable(reason: String)
    /// 404: nothing is served there.
    case notFound
    /// 405: deliveries are sent by `POST`.
    case wrongMethod

    var status: Int {
        switch self {
        case .accepted, .duplicate, .ignored, .rehearsed: 200
        case .refused(let error): error.status
        case .unavailable: 503
        case .notFound: 404
        case .wrongMethod: 405
        }
    }

    /// What the answer's body says of it.
    var members: JSONObject {
        switch self {
        case .accepted(let id, let kind): Self.members("accepted", kind, id)
        case .duplicate(let id, let kind): Self.members("duplicate", kind, id)
        case .ignored(let kind): Self.members("ignored", kind)
        case .rehearsed: ["result": "rehearsed"]
        case .refused(let error):
            ["result": "refused", "code": JSONValue(error.code.rawValue), "detail": JSONValue(error.detail)]
        case .unavailable(let reason): ["result": "unavailable", "code": JSONValue(reason)]
        case .notFound: ["result": "not_found"]
        case .wrongMethod: ["result": "wrong_method"]
        }
    }

    /// A kind that nobody knows may have a name of any length.
    static func members(_ result: String, _ kind: WebhookKind, _ id: InboxEntry.ID? = nil) -> JSONObject {
        var members: JSONObject = [
            "result": JSONValue(result), "kind": JSONValue(String(kind.rawValue.prefix(64))),
        ]
        members["delivery"] = id.map { JSONValue($0.delivery) }
        return members
    }
}
