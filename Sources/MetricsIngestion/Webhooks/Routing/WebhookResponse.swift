public import Foundation
public import WebhookModels
import WireFormat

/// What to answer, and, for the host, why.
public struct WebhookResponse: Sendable {
    /// GitLab takes 2xx for success; it counts 4xx and 5xx as failures, shows them in its log, and disables the hook
    /// after several in a row.
    ///
    /// <https://docs.gitlab.com/user/project/integrations/webhooks/#auto-disabled-webhooks>
    public var status: Int
    public var headers: WebhookHeaders
    /// A small JSON object, for who reads GitLab's log of the hook.
    public var body: Data
    /// What became of the request.
    public var verdict: WebhookVerdict

    init(_ verdict: WebhookVerdict, telling members: JSONObject) {
        self.verdict = verdict
        status = verdict.status
        body = Data(JSONValue.object(members).serialized())
        headers = WebhookHeaders([WebhookHeaders.Field("Content-Type", "application/json")])
        if verdict == .wrongMethod { headers.fields.append(WebhookHeaders.Field("Allow", "POST")) }
    }

    init(_ verdict: WebhookVerdict) { self.init(verdict, telling: verdict.members) }
}
