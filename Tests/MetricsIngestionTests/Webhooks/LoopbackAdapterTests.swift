import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import LoopbackServer
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing
import WebhookModels

extension LoopbackServer {
    /// Serves a router's endpoints.
    convenience init(_ router: WebhookRouter, time: any TimeSource = .system) {
        var configuration = Configuration()
        configuration.maximumBodyBytes = 25 * 1024 * 1024
        self.init(configuration: configuration) { request in
            let response = await router.route(
                WebhookRequest(
                    method: request.method, target: request.target,
                    headers: WebhookHeaders(request.headers), body: Data(request.body)),
                at: time.now)
            return ServerResponse(
                status: response.status, headers: response.headers.fields.map { ($0.name, $0.value) },
                body: Array(response.body))
        }
    }
}

@Suite("A router behind a server")
struct LoopbackAdapterTests {
    @Test("takes a delivery over HTTP, and a processor applies it")
    func wholeWay() async throws {
        let storage = InMemoryStorage()
        let verifier = try WebhookVerifier(
            accepting: [WebhookCredentials(token: Secret(RouterBench.token))])
        let processor = WebhookProcessor(
            inbox: storage, receiver: WebhookReceiver(instance: "acme", storage: storage),
            queue: RefreshQueue(instance: "acme", state: storage))
        let router = WebhookRouter([
            WebhookEndpoint(
                at: [.panDevAll], of: "acme", verifier: verifier, sink: .inbox(storage, waking: processor))
        ])
        let server = LoopbackServer(router)
        let url = try server.start()
        defer { server.stop() }

        var request = HTTPRequest(
            method: .post, url: url.appending(path: "v2/gitlab/webhook"),
            body: Data(RouterBench.mergeRequest.utf8))
        request.headers["Content-Type"] = "application/json"
        request.headers["X-Gitlab-Event"] = "Merge Request Hook"
        request.headers["Idempotency-Key"] = "d-1"
        let transport = URLSessionTransport()
        #expect(try await transport.send(request).status == 401)
        request.headers["X-Gitlab-Token"] = RouterBench.token
        #expect(try await transport.send(request).status == 200)

        try await processor.drain()
        let records = await storage.records(matching: .all)
        #expect(records[ProjectKey("acme", 42)].mergeRequests.count == 1)
        let keys = try await RefreshQueue(instance: "acme", state: storage).keys(at: Date())
        #expect(keys.contains(RefreshKey(ProjectKey("acme", 42), .mergeRequest(iid: 7))))
        #expect(await storage.counts(at: Instant(Date())) == InboxCounts())
    }
}
