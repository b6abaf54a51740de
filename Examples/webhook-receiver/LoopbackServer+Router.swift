import Foundation
import LoopbackServer
import MetricsIngestion
import WebhookModels

extension LoopbackServer {
    /// Serves a router: the whole of an adapter between a server framework and webhooks.
    ///
    /// - Parameter observe: told what became of each request.
    convenience init(
        _ configuration: Configuration, serving router: WebhookRouter,
        observing observe: @escaping @Sendable (WebhookVerdict) -> Void
    ) {
        self.init(configuration: configuration) { request in
            let response = await router.route(
                WebhookRequest(
                    method: request.method, target: request.target, headers: WebhookHeaders(request.headers),
                    body: Data(request.body)),
                at: Date())
            observe(response.verdict)
            return ServerResponse(
                status: response.status, headers: response.headers.fields.map { ($0.name, $0.value) },
                body: Array(response.body))
        }
    }
}
