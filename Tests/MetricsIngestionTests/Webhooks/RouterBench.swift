import Foundation
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage
import WebhookModels

/// A router at one endpoint, and bodies to send it; what must not be kept says `CANARY`.
struct RouterBench {
    static let token = "correct horse battery staple"
    static let now = Date(timeIntervalSince1970: 1_789_000_000)

    static let project =
        #"{"event_name":"project_create","project_id":42,"name":"app","path_with_namespace":"g/app"}"#
    static let push = """
        {"object_kind":"push","event_name":"push","before":"\(sha("a"))","after":"\(sha("b"))","ref":"refs/heads/main",
        "project_id":42,"user_id":5,"user_username":"ada","project":\(projectObject),"total_commits_count":0,
        "commits":[]}
        """
    static let mergeRequest = """
        {"object_kind":"merge_request","event_type":"merge_request","user":{"id":5,"name":"Ada","username":"ada"},
        "project":\(projectObject),"object_attributes":{"id":99,"iid":7,"title":"Title","description":"CANARY",
        "state":"opened","action":"open","author_id":5,"source_branch":"f","target_branch":"main",
        "source_project_id":42,"target_project_id":42,"created_at":"2026-09-01 10:00:00 UTC",
        "updated_at":"2026-09-01 10:00:00 UTC","secret_of_tomorrow":"CANARY"},"changes":{}}
        """
    private static let projectObject = """
        {"id":42,"name":"app","path_with_namespace":"g/app","web_url":"https://gitlab.example/g/app",
        "default_branch":"main"}
        """

    private static func sha(_ digit: Character) -> String { String(repeating: digit, count: 40) }

    let inbox: InMemoryStorage
    let router: WebhookRouter

    init(
        at routes: [WebhookRoute] = [.dx], sink: WebhookSink? = nil, limits: InboxLimits = InboxLimits(),
        keepsUnrecognized: Bool = false, offersRehearsal: Bool = false
    ) throws {
        inbox = InMemoryStorage(inbox: limits)
        let verifier = try WebhookVerifier(accepting: [WebhookCredentials(token: Secret(Self.token))])
        router = WebhookRouter([
            WebhookEndpoint(
                at: routes, of: "alpha", verifier: verifier, sink: sink ?? .inbox(inbox),
                keepsUnrecognized: keepsUnrecognized, offersRehearsal: offersRehearsal)
        ])
    }

    func send(
        _ body: String, id: String, to path: String = "/webhooks/gitlab", method: String = "POST",
        token: String? = token, type: String = "application/json", more: [WebhookHeaders.Field] = []
    ) async -> WebhookResponse {
        var headers = WebhookHeaders([
            WebhookHeaders.Field("content-type", type), WebhookHeaders.Field("idempotency-key", id),
        ])
        if let token { headers.fields.append(WebhookHeaders.Field("X-Gitlab-Token", token)) }
        headers.fields += more
        return await router.route(
            WebhookRequest(method: method, target: path, headers: headers, body: Data(body.utf8)),
            at: Self.now)
    }

    /// Takes what waits out of the inbox.
    func kept() async -> [InboxEntry] {
        var entries: [InboxEntry] = []
        let now = Instant(Self.now)
        while case let claims = await inbox.claim(upTo: 99, perProject: 99, lease: 60, at: now),
            !claims.isEmpty
        {
            for claim in claims {
                entries.append(claim.entry)
                await inbox.acknowledge(claim, at: now)
            }
        }
        return entries
    }
}
