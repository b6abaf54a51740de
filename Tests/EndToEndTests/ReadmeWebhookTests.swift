import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsReporting
import MetricsStorage
import Testing
import WebhookModels

/// The README's code that receives, as it stands there, fed by the fake.
@Suite("README, receiving")
struct ReadmeWebhookTests {
    @Test("What developers do after the report moves its numbers")
    func receives() async throws {
        let time = VirtualTime()
        var world = try WorldGenerator(.init(seed: 7, projects: 1, end: time.now, version: .v19)).world()
        let project = try #require(world.projectIDs.first)
        let credentials = WebhookCredentials(token: Secret("plain"), signingKey: .random())
        world.addHook(
            "https://metrics.example.com/webhooks/gitlab", toProject: project, switches: .all,
            token: "plain", signingToken: credentials.signingKey?.text.reveal())
        let fake = FakeGitLab(world: world, time: time)
        let client = GitLabClient.standard(
            instance: try InstanceURL("https://gitlab.example.com"),
            credentials: StaticCredential(AccessToken("glpat-fake-metrics-reader")),
            over: FakeGitLabTransport(fake), time: time, random: { 0.5 })
        let storage = InMemoryStorage()
        _ = try await Backfill(client: client, storage: storage, state: storage, time: time).run(
            BackfillPlan(instance: "gitlab", groups: ["acme"], now: time.now))
        let period = ReportPeriod(
            days: 30, endingAt: Instant(time.now).advanced(bySeconds: 86_400), timeZone: .gmt)
        let reporter = MetricsReporter(storage: storage)
        let before = try await reporter.report(for: period)

        let parts = try Self.parts(storage, credentials, reporter, period, time)
        fake.receivers = HookReceiver(parts.router, time)
        try fake.change { world in
            let environment = try #require(world.environmentIDs(in: project).first)
            try world.deploy(to: environment, by: WorldGenerator.administrator, status: "success")
            let pipeline = try world.createPipeline(in: project, by: WorldGenerator.administrator)
            try world.startPipeline(pipeline)
            try world.finishPipeline(pipeline, status: "success")
        }
        let attempts = await fake.deliver()
        #expect(attempts.count > 3)
        #expect(attempts.allSatisfy { $0.status == 200 })
        try await parts.processor.drain()

        let after = try await reporter.report(for: period)
        #expect(after.differences(from: before).contains(.pipelineSuccessRate))
        #expect(try await !parts.queue.keys(at: time.now).isEmpty)
    }

    static func parts(
        _ storage: InMemoryStorage, _ credentials: WebhookCredentials, _ reporter: MetricsReporter,
        _ period: ReportPeriod, _ time: VirtualTime
    ) throws -> (router: WebhookRouter, processor: WebhookProcessor, queue: RefreshQueue) {
        let receiver = WebhookReceiver(instance: "gitlab", storage: storage)
        let queue = RefreshQueue(instance: "gitlab", state: storage)
        let processor = WebhookProcessor(inbox: storage, time: time) { entry in
            let ingested = try await receiver.ingest(entry)
            try await queue.add(ingested.refresh, at: time.now)
            for change in try await reporter.changes(after: ingested.changes, for: period) { print(change) }
        }
        let router = WebhookRouter([
            WebhookEndpoint(
                at: [.dx], of: "gitlab", verifier: try WebhookVerifier(accepting: [credentials]),
                sink: .inbox(storage, waking: processor))
        ])
        return (router, processor, queue)
    }
}
