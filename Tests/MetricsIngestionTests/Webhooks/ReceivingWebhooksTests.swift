import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Synchronization
import Testing
import WebhookModels

/// The code of Documentation/ReceivingWebhooks.md.
@Suite("Receiving webhooks, as documented")
struct ReceivingWebhooksTests {
    @Test("a delivery is answered at once and applied by the processor")
    func pipeline() async throws {
        let storage = InMemoryStorage()
        let time = VirtualTime(RouterBench.now)
        let token = Secret(RouterBench.token)
        let verifier = try WebhookVerifier(accepting: [WebhookCredentials(token: token)])
        let receiver = WebhookReceiver(instance: "acme", storage: storage)
        let queue = RefreshQueue(instance: "acme", state: storage)
        let processor = WebhookProcessor(inbox: storage, receiver: receiver, queue: queue, time: time)
        let router = WebhookRouter([
            WebhookEndpoint(
                at: [.panDevAll], of: "acme", verifier: verifier, sink: .inbox(storage, waking: processor))
        ])

        let request = WebhookRequest(
            method: "POST", target: "/v2/gitlab/webhook",
            headers: WebhookHeaders([
                WebhookHeaders.Field("Content-Type", "application/json"),
                WebhookHeaders.Field("X-Gitlab-Token", RouterBench.token),
            ]), body: Data(RouterBench.mergeRequest.utf8))
        let response = await router.route(request, at: time.now)
        #expect(response.status == 200)
        try await processor.drain()
        #expect(await storage.records(matching: .all).projects.keys.contains(ProjectKey("acme", 42)))
    }

    @Test("dead letters are looked at, and replayed once what killed them is mended")
    func deadLetters() async throws {
        let bench = try await ProcessorBench(entries: 3)
        try await bench.processor(WebhookProcessor.Configuration(attempts: 1)) { _ in
            throw StorageError(.unavailable, detail: "down")
        }.drain()
        let inbox: any DeliveryInbox = bench.storage
        let now = Instant(bench.time.now)
        let printed = Mutex<[String]>([])
        func print(_ texts: String...) { printed.withLock { $0.append(texts.joined(separator: " ")) } }

        var last: InboxEntry.ID?
        while case let letters = try await inbox.deadLetters(after: last, limit: 100), !letters.isEmpty {
            for letter in letters {
                print(letter.entry.kind, letter.reason)
                try await inbox.replay(letter.id, at: now)
            }
            last = letters.last?.id
        }

        #expect(
            printed.withLock { $0 } == Array(repeating: "merge_request StorageError unavailable", count: 3))
        #expect(await bench.counts() == InboxCounts(waiting: 3))
    }
}
