import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing
import WebhookModels
import WireFormat

@Suite("However a connection fares, at rest its store holds exactly the world's records")
struct ConnectionLawTests {
    @Test(
        "Two processes, deliveries twice, late and in any order, faults, access that comes and goes, cuts, pauses",
        arguments: 0..<UInt64(ProcessInfo.processInfo.environment["TEST_SEEDS"].flatMap { UInt64($0) } ?? 8))
    func law(seed: UInt64) async throws {
        var run = try await ConnectionLawRun(seed: seed)
        try await run.work(60)
        try await run.rest()
        try await run.law.expectWorld(in: run.law.storage)
        let status = try #require(await run.processes[0].connection.status())
        #expect(status.state == .connected && status.lastError == nil)
        #expect(status.projects.allSatisfy { $0.lag(at: Instant(run.law.time.now)) ?? .max <= 3600 })
        #expect(try await run.processes[0].connection.queue.keys(at: run.law.time.now) == [])
    }
}

/// One seeded world, and a connection to it in two processes.
struct ConnectionLawRun {
    struct Process {
        let connection: Connection
        let sync: AutoSync
        let processor: WebhookProcessor
    }

    let law: LawRun
    let bot: Int
    let processes: [Process]
    private var random: SeededGenerator

    init(seed: UInt64) async throws {
        let law = try LawRun(seed: seed)
        self.law = law
        random = SeededGenerator(seed: seed)
        bot = law.fake.change { world in
            let bot = world.addUser("connection-bot")
            world.addToken("glpat-connection", for: bot, scopes: ["api"])
            for project in world.projectIDs {
                world.addMember(bot, toProject: project, access: .maintainer)
            }
            // GitLab tells nothing of the pipelines and jobs of blocked users.
            for user in world.objects(.users) where user.text("state") == "blocked" {
                try? world.blockUser(Int(user.number("id")), isBlocked: false)
            }
            return bot
        }
        let wish = HookWish(
            url: "https://receiver.example/v2/gitlab/webhook",
            credentials: WebhookCredentials(token: Secret("a secret token")))
        processes = try [0, 1].map { _ in try Self.process(of: law, wish) }
        let router = WebhookRouter([
            WebhookEndpoint(
                at: [.panDevAll], of: law.plan.instance,
                verifier: try WebhookVerifier(accepting: [wish.credentials]), sink: .inbox(law.storage))
        ])
        law.fake.receivers = HookReceiver(router, law.time)
        law.fake.hookFaults = HookFaults(
            seed: seed, duplicates: 0.3, delay: .zero ... .seconds(Int64(seed % 3) * 20), reorders: true)
        let selection = ProjectSelection([seed % 2 == 0 ? .pattern("*") : .group("acme")])
        _ = try await processes[0].connection.activate(selection, since: law.plan.since)
    }

    private static func process(of law: LawRun, _ wish: HookWish) throws -> Process {
        let instance = try InstanceURL("https://gitlab.test")
        let transport = StandardTransport(
            instance: instance, credentials: StaticCredential(AccessToken("glpat-connection")),
            over: FakeGitLabTransport(law.fake), time: law.time, random: { 0.5 })
        let connection = Connection(
            instance: law.plan.instance,
            client: GitLabClient(instance: instance, transport: transport, time: law.time),
            storage: law.storage, state: law.storage, time: law.time,
            schedule: SyncSchedule(interval: .seconds(3600)), hook: wish,
            reading: LawRun.configuration(law.seed, law.way), random: { 0.5 })
        let sync = AutoSync(connection)
        return Process(
            connection: connection, sync: sync,
            processor: sync.processor(of: law.storage, random: { 0.5 }))
    }

    /// People work, hooks tell of it, and everything that can happen to a connection happens.
    mutating func work(_ steps: Int) async throws {
        var churn = Churn(seed: law.seed, probability: 1, changes: RecoveryLawTests.announced)
        for _ in 1...steps {
            law.fake.change { churn.step(&$0) }
            law.time.advance(by: .seconds(Int64.random(in: 1...400, using: &random)))
            await law.fake.deliver()
            let process = processes[Int.random(in: 0...1, using: &random)]
            let project = law.fake.world.projectIDs.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<16, using: &random) {
            case 0, 1: _ = try? await process.sync.step()
            case 2:
                async let one = processes[0].sync.step()
                async let other = processes[1].sync.step()
                _ = try? await (one, other)
            case 3, 4, 5: try await process.processor.drain()
            case 6, 7: try? await process.sync.refresh()
            case 8: try? await process.sync.syncNow([ProjectID(rawValue: project)])
            case 9:
                let cut = Task { try await process.sync.step() }
                await Task.yield()
                cut.cancel()
                _ = try? await cut.value
            case 10: law.fake.change { [bot] in $0.removeMember(bot, fromProject: project) }
            case 11, 12: giveAccess()
            case 13: law.fake.faults = law.randomFaults()
            case 14: law.fake.faults = FaultPlan()
            default:
                try await process.connection.setPaused(true, ProjectID(rawValue: project))
            }
        }
    }

    private func giveAccess() {
        law.fake.change { [bot] world in
            for project in world.projectIDs { world.addMember(bot, toProject: project, access: .maintainer) }
        }
    }

    /// What was lost comes back, faults end, and more than a day goes by.
    func rest() async throws {
        law.fake.faults = FaultPlan()
        giveAccess()
        for project in law.fake.world.projectIDs {
            try await processes[0].connection.setPaused(false, ProjectID(rawValue: project))
        }
        await law.fake.deliverAll()
        try await processes[1].processor.drain()
        for hours in [1, 1, 25, 1] {
            law.time.advance(by: .seconds(3600 * hours))
            try await processes[1].sync.step()
        }
    }
}
