import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import LoopbackServer
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Synchronization
import WebhookModels

extension Benchmark {
    static let webhooks = Benchmark(
        name: "webhooks",
        title:
            "deliveries: verified, decoded, mapped and merged one after the other; out of an inbox, by a receiver and by a connection; and over loopback, 8 at a time"
    ) {
        let sample = try await SampleDeliveries(changes: 6000)
        var figures: [Figure] = []
        for kind in ["merge_request", "note", "pipeline", "push"] {
            let deliveries = sample.deliveries(of: kind)
            let bytes = deliveries.reduce(0) { $0 + $1.body.count } / max(1, deliveries.count)
            let verified = try fastest(of: 3) {
                for delivery in deliveries { _ = try sample.verifier.verify(delivery, at: sample.now) }
            }
            let ingested = try await seconds {
                let receiver = WebhookReceiver(instance: "hooks", storage: InMemoryStorage())
                for delivery in deliveries {
                    let webhook = try sample.verifier.verify(delivery, at: sample.now)
                    try await receiver.ingest(webhook, receivedAt: sample.now)
                }
            }
            figures += [
                Figure("\(kind): body", Double(bytes) / 1000, "kB"),
                Figure("\(kind): verified", Double(deliveries.count) / verified, "deliveries/s"),
                Figure("\(kind): merged", Double(deliveries.count) / ingested, "deliveries/s"),
            ]
        }
        return figures + (try await sample.afterTheInbox()) + (try await sample.overLoopback())
    }
}

/// What a fake instance sends while its developers work, caught on the way.
struct SampleDeliveries {
    let now = Date()
    let verifier: WebhookVerifier
    private let fake: FakeGitLab
    private let caught: [(kind: String, delivery: WebhookDelivery)]

    init(changes: Int) async throws {
        let key = SigningKey.random()
        let token = "secret"
        verifier = try WebhookVerifier(
            accepting: [WebhookCredentials(token: Secret(token), signingKey: key)],
            tolerance: .seconds(86_400))
        var world = try WorldGenerator(
            .init(projects: 4, mergeRequestsPerProject: 40, days: 30, end: now, version: .v19)
        ).world()
        for project in world.projectIDs {
            world.addHook(
                "http://127.0.0.1/hook", toProject: project, switches: .all, token: token,
                signingToken: key.text.reveal())
        }
        let caught = Mutex<[(String, WebhookDelivery)]>([])
        let time = VirtualTime(now)
        fake = FakeGitLab(world: world, time: time)
        fake.receivers = HookReceiver { request in
            let fields = request.headers.fields.map { WebhookHeaders.Field($0.name, $0.value) }
            let headers = WebhookHeaders(fields)
            let kind = (headers["X-Gitlab-Event"] ?? "").replacingOccurrences(of: " Hook", with: "")
                .lowercased().replacingOccurrences(of: " ", with: "_")
            caught.withLock {
                $0.append((kind, WebhookDelivery(headers: headers, body: request.body ?? Data())))
            }
            return HTTPResponse(status: 200)
        }
        var churn = Churn(
            seed: 1, changes: Churn.lively + [.openMergeRequest, .openMergeRequest, .runPipeline])
        for _ in 0..<changes {
            try await time.sleep(for: .seconds(10))
            fake.change { churn.step(&$0) }
            await fake.deliver()
        }
        self.caught = caught.withLock { $0 }
    }

    func deliveries(of kind: String) -> [WebhookDelivery] {
        caught.filter { $0.kind == kind }.map(\.delivery)
    }

    /// Out of an inbox into records and refresh keys, one after the other: by a receiver alone, and by a connection, which
    /// looks up the project's status and keeps it too.
    func afterTheInbox() async throws -> [Figure] {
        let inbox = InMemoryStorage()
        let router = WebhookRouter([
            WebhookEndpoint(at: [.dx], of: "hooks", verifier: verifier, sink: .inbox(inbox))
        ])
        for (_, delivery) in caught {
            _ = await router.route(
                WebhookRequest(
                    method: "POST", target: "/webhooks/gitlab", headers: delivery.headers,
                    body: delivery.body), at: now)
        }
        let entries = await inbox.claim(
            upTo: caught.count, perProject: caught.count, lease: 60, at: Instant(now)
        ).map(\.entry)

        let storage = InMemoryStorage()
        let receiver = WebhookReceiver(instance: "hooks", storage: storage)
        let queue = RefreshQueue(instance: "hooks", state: storage)
        let byReceiver = try await seconds {
            for entry in entries {
                try await queue.add(try await receiver.ingest(entry).refresh, at: now)
            }
        }
        let connection = try await connection()
        let byConnection = try await seconds {
            for entry in entries { try await connection.ingest(entry) }
        }
        return [
            Figure("out of the inbox, by a receiver", Double(entries.count) / byReceiver, "deliveries/s"),
            Figure("out of the inbox, by a connection", Double(entries.count) / byConnection, "deliveries/s"),
        ]
    }

    /// Knows the projects, and has read nothing.
    private func connection() async throws -> Connection {
        let storage = InMemoryStorage()
        let client = GitLabClient(
            instance: try InstanceURL("https://gitlab.example.com"),
            credentials: StaticCredential(AccessToken("glpat-fake-metrics-reader")),
            transport: FakeGitLabTransport(fake), time: fake.time)
        let connection = Connection(
            instance: "hooks", client: client, storage: storage, state: storage, kinds: [.environment])
        _ = try await connection.activate(ProjectSelection([.group("acme")]), since: Instant(now))
        return Connection(instance: "hooks", client: client, storage: storage, state: storage)
    }

    /// The whole receiver: server, router, inbox, processor, store, with a client in the same process.
    func overLoopback() async throws -> [Figure] {
        let storage = InMemoryStorage()
        let receiver = WebhookReceiver(instance: "hooks", storage: storage)
        let ages = Mutex<[Int64]>([])
        let processor = WebhookProcessor(
            inbox: storage,
            observer: { report in
                if case .processed(let delivery) = report { ages.withLock { $0.append(delivery.age) } }
            }
        ) { try await receiver.ingest($0) }
        let router = WebhookRouter([
            WebhookEndpoint(
                at: [.dx], of: "hooks", verifier: verifier, sink: .inbox(storage, waking: processor))
        ])
        let server = LoopbackServer { request in
            let response = await router.route(
                WebhookRequest(
                    method: request.method, target: request.target, headers: WebhookHeaders(request.headers),
                    body: Data(request.body)), at: Date())
            return ServerResponse(status: response.status, body: Array(response.body))
        }
        let url = try server.start().appending(path: "webhooks/gitlab")
        defer { server.stop() }
        let working = Task { await processor.run() }
        let transport = URLSessionTransport()
        let duration = try await seconds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for lane in 0..<8 {
                    group.addTask {
                        for index in stride(from: lane, to: caught.count, by: 8) {
                            let delivery = caught[index].delivery
                            let fields = delivery.headers.fields.map { ($0.name, $0.value) }
                            let response = try await transport.send(
                                HTTPRequest(
                                    method: .post, url: url, headers: HTTPHeaders(fields), body: delivery.body
                                ))
                            precondition(response.status == 200)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        working.cancel()
        await working.value
        try await processor.drain()
        let sorted = ages.withLock { $0.sorted() }
        let p99 = sorted.isEmpty ? 0 : sorted[(sorted.count - 1) * 99 / 100]
        return [
            Figure("over loopback", Double(caught.count) / duration, "deliveries/s"),
            Figure("from arrival to merged record, p99", Double(p99), "ms"),
        ]
    }
}
