import GitLabVocabulary
import MetricsStorage
import WebhookModels
import WireFormat

extension WebhookResponse {
    /// What would be done with a delivery that was verified and read.
    ///
    /// - Parameter entry: what would be kept; `nil` if the event is none of those that are taken.
    static func rehearsal(
        of event: WebhookEvent, _ webhook: VerifiedWebhook, _ entry: InboxEntry?
    ) -> WebhookResponse {
        var members = WebhookVerdict.members("rehearsed", event.kind)
        members["would"] = entry == nil ? "ignore" : "accept"
        members["delivery"] = JSONValue(webhook.id)
        members["action"] = JSONValue(event.action?.rawValue)
        members["project"] = JSONValue(event.projectID.map { Int($0.rawValue) })
        members["subject"] = JSONValue(event.subject)
        members["bytes"] = JSONValue(webhook.body.count)
        if let entry {
            members["bytes_kept"] = JSONValue(entry.bytes.count)
            // The raw body of a kind nobody knows is kept as it is: it is not repeated.
            if case .unrecognized = event {
            } else {
                members["kept"] = try? JSONValue(parsing: Array(entry.bytes))
            }
        }
        return WebhookResponse(.rehearsed, telling: members)
    }
}
