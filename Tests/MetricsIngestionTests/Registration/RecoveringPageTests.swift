import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing
import WebhookModels

/// The code of Documentation/RecoveringDeliveries.md, as it stands there, one block after the other.
@Suite("RecoveringDeliveries.md")
struct RecoveringPageTests {
    @Test("Its steps register, rotate, recover and ask")
    func steps() async throws {
        let lab = try HookLab()
        let owners: [HookOwner] = [.project("acme/billing"), .project("acme/shop")]
        let (wish, registrar) = try await Self.register(lab.client(), lab.storage, owners)
        try await Self.rotate(wish, registrar, owners)
        let backfill = Backfill(client: try lab.client(), storage: lab.storage, state: lab.storage)
        let plan = BackfillPlan(instance: "acme", projects: ["acme/billing", "acme/shop"], now: lab.time.now)
        #expect(try await Self.recover(wish, registrar, owners, backfill, plan).isComplete)
        await Self.ask(wish, registrar, owners)
        let health = await registrar.health(of: wish.url, at: owners)
        #expect(health.allSatisfy { $0.value?.delivered == 1 && $0.value?.isResting == false })
    }

    static func register(
        _ client: GitLabClient, _ storage: InMemoryStorage, _ owners: [HookOwner]
    ) async throws -> (HookWish, HookRegistrar) {
        let credentials = WebhookCredentials(signingKey: .random())
        let wish = HookWish(url: "https://metrics.example/v2/gitlab/webhook", credentials: credentials)
        let registrar = HookRegistrar(client: client, instance: "acme", state: storage)
        for report in await registrar.ensure(wish, at: owners) {
            print(report.owner, report.error?.code ?? "ok")
        }
        return (wish, registrar)
    }

    static func rotate(_ wish: HookWish, _ registrar: HookRegistrar, _ owners: [HookOwner]) async throws {
        var verifier = try WebhookVerifier(accepting: [wish.credentials])
        let rotation = HookRotation(of: wish, to: WebhookCredentials(signingKey: .random()))
        verifier = try WebhookVerifier(accepting: rotation.acceptedMeanwhile)
        let changed = await registrar.ensure(rotation.wish, at: owners)
        if changed.allSatisfy({ $0.error == nil }) {
            verifier = try WebhookVerifier(accepting: [rotation.wish.credentials])
        }
        #expect(changed.allSatisfy { $0.action == .updated([.signingToken]) })
        _ = verifier
    }

    static func recover(
        _ wish: HookWish, _ registrar: HookRegistrar, _ owners: [HookOwner], _ backfill: Backfill,
        _ plan: BackfillPlan
    ) async throws -> RecoveryReport {
        let recovery = DeliveryRecovery(registrar: registrar, backfill: backfill)
        let report = try await recovery.run(wish.url, at: owners, plan: plan)
        for hook in report.hooks {
            guard let recovered = hook.value else { continue }
            print(hook.owner, recovered.failed, recovered.resent, recovered.missed?.reason.rawValue ?? "-")
        }
        return report
    }

    static func ask(_ wish: HookWish, _ registrar: HookRegistrar, _ owners: [HookOwner]) async {
        for report in await registrar.health(of: wish.url, at: owners) {
            guard let health = report.value else { continue }
            print(report.owner, health.isResting, health.delivered, health.failed, health.failedInARow)
        }
        _ = await registrar.test(wish.url, at: owners)
    }
}
