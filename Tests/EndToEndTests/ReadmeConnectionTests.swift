import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsReporting
import MetricsStorage
import Testing
import WebhookModels

/// The README's code that stays connected, as it stands there, over the fake.
@Suite("README, staying connected")
struct ReadmeConnectionTests {
    @Test("What developers do reaches the report by deliveries, and by the schedule what these miss")
    func connected() async throws {
        let time = VirtualTime(mode: .manual)
        let token = "glpat-connection"
        var world = try WorldGenerator(.init(seed: 7, projects: 2, end: time.now, version: .v19)).world()
        let bot = world.addUser("bot", isAdministrator: true)
        world.addToken(token, for: bot, scopes: ["api"])
        for project in world.projectIDs { world.addMember(bot, toProject: project, access: .maintainer) }
        let fake = FakeGitLab(world: world, time: time)
        // Without what slows down: nobody moves this clock on.
        let client = GitLabClient(
            instance: try InstanceURL("https://gitlab.example.com"),
            credentials: StaticCredential(AccessToken(token)), transport: FakeGitLabTransport(fake),
            time: time)
        let credentials = WebhookCredentials(token: Secret("plain"))
        let storage = InMemoryStorage()
        let since = Instant(time.now).advanced(bySeconds: -30 * 86_400)

        let hook = HookWish(url: "https://metrics.example.com/webhooks/gitlab", credentials: credentials)
        let connection = Connection(
            instance: "gitlab", client: client, storage: storage, state: storage, time: time, hook: hook)
        let status = try await connection.activate(ProjectSelection([.group("acme")]), since: since)
        print(status.summary)

        let sync = AutoSync(connection)
        let processor = sync.processor(of: storage)
        let router = WebhookRouter([
            WebhookEndpoint(
                at: [.dx], of: "gitlab", verifier: try WebhookVerifier(accepting: [credentials]),
                sink: .inbox(storage, waking: processor))
        ])
        let work = Task {
            async let syncing: Void = sync.run()
            async let processing: Void = processor.run()
            _ = await (syncing, processing)
        }

        #expect(status.state == .connected && status.selected.count == 2)
        fake.receivers = HookReceiver(router, time)
        let project = try #require(world.projectIDs.first)
        let iid = try fake.change { world in
            try world.openMergeRequest(in: project, by: bot, title: "Now", sourceBranch: "now")
        }
        #expect(await fake.deliver().contains { $0.status == 200 })
        // Told by the delivery, and what it does not tell, read because of it.
        var looks = 0
        while try await !isRead(iid, of: project, in: storage), looks < 1_000_000 {
            looks += 1
            await Task.yield()
        }
        #expect(try await isRead(iid, of: project, in: storage))
        work.cancel()
        await work.value
    }

    private func isRead(_ iid: Int, of project: Int, in storage: InMemoryStorage) async throws -> Bool {
        let key = ProjectKey("gitlab", project)
        let records = await storage.records(
            matching: RecordQuery(projects: [key], kinds: [.mergeRequest, .listing]))[key]
        return records.mergeRequests.contains { record in
            record.summary?.value.iid == Int64(iid)
                && records.listing(of: .note, in: record.reference) != nil
        }
    }
}
