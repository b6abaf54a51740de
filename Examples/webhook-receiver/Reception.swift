import Console
import Foundation
import GitLabAPI
import GitLabVocabulary
import LoopbackServer
import MetricsCore
import MetricsIngestion
import MetricsReporting
import MetricsStorage
import WebhookModels

/// From bytes on the wire to changed metrics: the parts of the library, put together.
struct Reception {
    let client: GitLabClient
    let storage: InMemoryStorage
    let plan: BackfillPlan
    let period: ReportPeriod
    let tally: Tally

    private let server: LoopbackServer
    private let processor: WebhookProcessor
    private let refresh: Refresh
    private let queue: RefreshQueue

    init(
        client: GitLabClient, storage: InMemoryStorage, plan: BackfillPlan, period: ReportPeriod, port: Int,
        credentials: WebhookCredentials
    ) throws {
        self.client = client
        self.storage = storage
        self.plan = plan
        self.period = period
        let tally = Tally()
        self.tally = tally

        let receiver = WebhookReceiver(
            instance: plan.instance, storage: storage, configuration: .init(kinds: plan.kinds))
        let queue = RefreshQueue(instance: plan.instance, state: storage)
        self.queue = queue
        let reporter = MetricsReporter(storage: storage)
        // One at a time, so that each change shown is that of one delivery.
        processor = WebhookProcessor(
            inbox: storage, configuration: .init(concurrency: 1), observer: { tally.count($0) }
        ) { entry in
            let ingested = try await receiver.ingest(entry)
            try await queue.add(ingested.refresh, at: Date())
            let changes = try await reporter.changes(after: ingested.changes, for: period)
            Self.show(changes, because: ingested.kind, tally)
        }
        refresh = Refresh(
            client: client, storage: storage, state: storage,
            configuration: .init(kinds: plan.kinds, interval: .seconds(2)))

        let endpoint = WebhookEndpoint(
            at: [.dx], of: plan.instance, verifier: try WebhookVerifier(accepting: [credentials]),
            sink: .inbox(storage, waking: processor), offersRehearsal: true)
        server = LoopbackServer(
            .init(port: port, maximumBodyBytes: 25 * 1024 * 1024), serving: WebhookRouter([endpoint])
        ) { tally.count($0) }
    }

    /// Starts listening.
    ///
    /// - Returns: the address to which GitLab is to send.
    func open() throws -> URL {
        try server.start().appending(path: WebhookRoute.dx.path.dropFirst())
    }

    func close() { server.stop() }

    /// Applies what comes and reads what deliveries leave open, until the surrounding task is cancelled.
    func work() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await processor.run() }
            group.addTask {
                try await refresh.run(emptying: queue) { outcome in
                    await show(outcome)
                }
            }
            try await group.waitForAll()
        }
    }

    /// Applies what is left, and reads it, deployments too that were to be read later.
    func finish() async throws {
        try await processor.drain()
        await show(try await refresh.run(try await queue.keys(at: Date())))
    }

    private func show(_ outcome: RefreshOutcome) async {
        let reporter = MetricsReporter(storage: storage)
        for changes in outcome.changes {
            guard let moved = try? await reporter.changes(after: changes, for: period) else { continue }
            Self.show(moved, because: "read anew", tally)
        }
    }

    private static func show(_ changes: [MetricChange], because cause: String, _ tally: Tally) {
        let moved = changes.filter(\.isOfNumber)
        tally.countChanges(moved.count)
        for change in moved {
            let name = cause.padding(toLength: 14, withPad: " ", startingAt: 0)
            Terminal.printNow(
                "  \(Date().formatted(.iso8601.time(includingFractionalSeconds: false)))  \(name) \(change)")
        }
    }
}
