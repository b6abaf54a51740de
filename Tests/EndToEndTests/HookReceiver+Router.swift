import FakeGitLab
import Foundation
import GitLabAPI
import MetricsIngestion
import WebhookModels

extension HookReceiver {
    /// A host that has a router answer what comes.
    init(_ router: WebhookRouter, _ time: any TimeSource) {
        self.init { request in
            let fields = request.headers.fields.map { WebhookHeaders.Field($0.name, $0.value) }
            let response = await router.route(
                WebhookRequest(
                    method: request.method.rawValue, target: request.url.path,
                    headers: WebhookHeaders(fields), body: request.body ?? Data()), at: time.now)
            return HTTPResponse(status: response.status)
        }
    }
}
