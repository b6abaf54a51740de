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

@Suite("However a receiver fails, after a recovery the store holds exactly the world's records")
struct RecoveryLawTests {
    /// What people do that GitLab tells hooks of. Of pipelines it does not tell when their user is blocked.
    static let announced =
        Churn.lively + [
            .openMergeRequest, .close, .reopen, .unapprove, .deploy, .openIncident, .closeIssue,
        ]

    /// The worlds are read by GraphQL and REST: of REST alone, webhooks tell more than reading does.
    @Test("Now and then, for a while, or for long", arguments: 0..<8 as Range<UInt64>)
    func outage(seed: UInt64) async throws {
        let run = try LawRun(seed: 2 * seed)
        let token = "glpat-hooks"
        let (admin, projects) = run.fake.change { world in
            let admin = world.addUser("hooks", isAdministrator: true)
            world.addToken(token, for: admin, scopes: ["api"])
            return (admin, world.projectIDs)
        }
        run.fake.change { world in
            for project in projects { world.addMember(admin, toProject: project, access: .maintainer) }
        }
        _ = try await run.attempt()

        let client = GitLabClient(
            instance: try InstanceURL("https://gitlab.test"),
            credentials: StaticCredential(AccessToken(token)), transport: FakeGitLabTransport(run.fake),
            time: run.time)
        let registrar = HookRegistrar(
            client: client, instance: run.plan.instance, state: run.storage, time: run.time,
            ownersAtOnce: 1)
        let wish = HookWish(
            url: "https://receiver.example/hook",
            credentials: WebhookCredentials(token: Secret("a secret token")))
        let owners = projects.map { HookOwner.project(.id(ProjectID(rawValue: $0))) }
        for report in await registrar.ensure(wish, at: owners) { _ = try report.result.get() }

        let host = try FailingHost(run, wish, failures: [0.03, 0.3, 0.9][Int(seed % 3)])
        run.fake.receivers = host.transport
        run.fake.hookPolicy.disablesFailing = seed % 2 == 0
        var churn = Churn(seed: seed, changes: Self.announced)
        for _ in 0..<80 {
            run.fake.change { churn.step(&$0) }
            run.time.advance(by: .seconds(Int64(7 + seed)))
            await run.fake.deliver()
        }
        host.mend()
        run.time.advance(by: .seconds(600))

        let recovery = DeliveryRecovery(registrar: registrar, backfill: run.backfill)
        let report = try await recovery.run(wish.url, at: owners, plan: run.plan)
        #expect(report.isComplete, "seed \(seed)")
        #expect(host.failed > 0 && host.unexplained.isEmpty, "seed \(seed): \(host.unexplained)")
        run.time.advance(by: .seconds(600))
        try await host.refresh()
        try await run.expectWorld()
        let again = try await recovery.run(wish.url, at: owners, plan: run.plan)
        #expect(again.backfill == nil && again.hooks.allSatisfy { $0.value?.failed == 0 }, "seed \(seed)")
    }
}

/// A receiver that verifies and applies what comes, when it does not fail.
private final class FailingHost: Sendable {
    private struct State {
        var random: SeededGenerator
        var failures: Double
        var failed = 0
        var keys: Set<RefreshKey> = []
        var unexplained: [String] = []
    }

    private let state: Mutex<State>
    private let run: LawRun
    private let verifier: WebhookVerifier
    private let receiver: WebhookReceiver
    private let refreshing: Refresh

    init(_ run: LawRun, _ wish: HookWish, failures: Double) throws {
        self.run = run
        state = Mutex(State(random: SeededGenerator(seed: run.seed), failures: failures))
        verifier = try WebhookVerifier(accepting: [wish.credentials])
        receiver = WebhookReceiver(instance: run.plan.instance, storage: run.storage)
        let client = GitLabClient(
            instance: try InstanceURL("https://gitlab.test"),
            credentials: StaticCredential(AccessToken("glpat-fake-metrics-reader")),
            transport: FakeGitLabTransport(run.fake), time: run.time)
        refreshing = Refresh(
            client: client, storage: run.storage, state: run.storage, time: run.time,
            configuration: .init(reading: .init(way: run.way)))
    }

    var failed: Int { state.withLock { $0.failed } }
    var unexplained: [String] { state.withLock { $0.unexplained } }

    func mend() { state.withLock { $0.failures = 0 } }

    var transport: HookReceiver {
        HookReceiver { [self] request throws(GitLabError) in
            let fails = state.withLock { state in
                let fails = Double.random(in: 0..<1, using: &state.random) < state.failures
                state.failed += fails ? 1 : 0
                return fails
            }
            guard !fails else { throw GitLabError(.unreachableRefused) }
            return HTTPResponse(status: await apply(request))
        }
    }

    func refresh() async throws {
        _ = try await refreshing.run(state.withLock { $0.keys })
    }

    private func apply(_ request: HTTPRequest) async -> Int {
        let headers = request.headers.fields.map { (name: $0.name, value: $0.value) }
        let delivery = WebhookDelivery(headers: WebhookHeaders(headers), body: request.body ?? Data())
        do {
            let webhook = try verifier.verify(delivery, at: run.time.now)
            let ingested = try await receiver.ingest(webhook, receivedAt: run.time.now)
            state.withLock { $0.keys.formUnion(ingested.refresh) }
            return 200
        } catch {
            state.withLock { $0.unexplained.append("\(error)") }
            return 500
        }
    }
}
