public import Foundation
public import GitLabVocabulary

/// One sending of a webhook in GitLab's log, which reaches back seven days. Neither what was sent nor what came
/// back is read.
///
/// <https://docs.gitlab.com/api/project_webhooks/#list-all-events-for-a-project-webhook>
public struct HookEvent: Decodable, Hashable, Sendable {
    public let id: HookEventID
    /// What made GitLab send it: `push_hooks`, `merge_request_hooks`.
    public let trigger: String?
    /// The receiver's answer, an HTTP status; `nil` when none came.
    public let responseStatus: Int?
    /// Seconds until the answer.
    public let executionDuration: Double?
    /// The same for every attempt at the same sending, in the header `Idempotency-Key`; missing in old versions.
    public let idempotencyKey: String?
    /// In the header `X-Gitlab-Event-UUID`; what one event made several hooks send shares it.
    public let eventUUID: String?
    /// In the header `X-Gitlab-Webhook-UUID`, of each hook its own; missing in old versions.
    public let webhookUUID: String?
    /// When it was sent, in whole seconds, by the header `webhook-timestamp`; missing before GitLab 19.0.
    public let sentAt: Date?

    private enum CodingKeys: String, CodingKey {
        case id
        case trigger
        case requestHeaders = "request_headers"
        case executionDuration = "execution_duration"
        case responseStatus = "response_status"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        trigger = fields.lenient(.trigger)
        let headers: [String: String] = fields.lenient(.requestHeaders) ?? [:]
        func header(_ name: String) -> String? {
            headers.first { $0.key.caseInsensitiveCompare(name) == .orderedSame }?.value
        }
        idempotencyKey = header("Idempotency-Key")
        eventUUID = header("X-Gitlab-Event-UUID")
        webhookUUID = header("X-Gitlab-Webhook-UUID")
        sentAt = header("webhook-timestamp").flatMap(Int64.init).map {
            Date(timeIntervalSince1970: TimeInterval($0))
        }
        executionDuration = fields.number(.executionDuration)
        responseStatus = fields.integer(.responseStatus)
    }
}
