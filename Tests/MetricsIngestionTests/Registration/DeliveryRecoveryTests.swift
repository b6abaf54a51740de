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

@Suite("Recovering deliveries")
struct DeliveryRecoveryTests {
    /// A lab with one hook that all is well with, and a receiver that answers as it is told.
    struct Outage {
        let lab: HookLab
        let owner: HookOwner
        let hook: Int
        let status = Mutexed(200)
        let received = Mutexed<[String]>([])

        init(version: GitLabVersion = .v19, owner: HookOwner = .project("acme/billing")) async throws {
            lab = try HookLab(version: version)
            self.owner = owner
            lab.fake.receivers = HookReceiver { [status, received] request throws(GitLabError) in
                received.change { $0.append(request.headers["Idempotency-Key"] ?? "") }
                return HTTPResponse(status: status.value)
            }
            let reports = await (try lab.registrar()).ensure(lab.wish(), at: [owner])
            hook = try #require(reports.first?.value?.hook.id.rawValue)
            lab.time.advance(by: .seconds(60))
        }

        /// Writes sendings with these answers into the log, a minute apart.
        func log(_ statuses: [Int]) throws {
            for status in statuses {
                try lab.fake.change { world in _ = try world.recordDelivery(ofHook: hook, status: status) }
                lab.time.advance(by: .seconds(60))
            }
        }

        func recover(
            limit: Int = 20, token: String = "glpat-root"
        ) async throws -> (report: RecoveryReport, hook: HookRecovery) {
            let registrar = try lab.registrar(token: token)
            let backfill = Backfill(
                client: try lab.client(), storage: lab.storage, state: lab.storage, time: lab.time)
            let plan = BackfillPlan(
                instance: "lab", projects: ["acme/billing", "acme/shop"], days: 10, now: HookLab.start)
            let recovery = DeliveryRecovery(
                registrar: registrar, backfill: backfill, configuration: .init(resendsPerHook: limit))
            let report = try await recovery.run(HookLab.url, at: [owner], plan: plan)
            return (report, try #require(report.hooks.first).result.get())
        }
    }

    @Test("Where all arrived nothing is sent again and nothing is read")
    func allWell() async throws {
        let outage = try await Outage()
        try outage.log([200, 204, 302])
        let writes = try await outage.lab.writes {
            let (report, hook) = try await outage.recover()
            #expect(report.isComplete && report.backfill == nil)
            #expect(hook.failed == 0 && hook.missed == nil)
        }
        #expect(writes.isEmpty)
    }

    @Test("What failed is sent again, once, and what arrived since is not")
    func resends() async throws {
        let outage = try await Outage()
        try outage.log([500, 200, 404, 200, 503])
        let (report, hook) = try await outage.recover()
        #expect(report.isComplete && report.backfill == nil)
        #expect(hook.failed == 3 && hook.resent == 3 && hook.missed == nil)
        #expect(Set(outage.received.value).count == 3)
        let (_, again) = try await outage.recover()
        #expect(again.failed == 0)
        #expect(outage.received.value.count == 3)
    }

    @Test("GitLab's five a minute are kept to, and waited for")
    func pace() async throws {
        let outage = try await Outage()
        try outage.log(Array(repeating: [500, 200], count: 12).flatMap(\.self))
        let before = outage.lab.time.now
        let (_, hook) = try await outage.recover()
        #expect(hook.resent == 12)
        #expect(outage.lab.fake.log.entries.allSatisfy { $0.status != 429 })
        #expect(outage.lab.time.now.timeIntervalSince(before) >= 120)
    }

    @Test("A 429 for what others sent again is waited out")
    func rateLimited() async throws {
        let outage = try await Outage()
        try outage.log([500, 200, 500, 200])
        let client = try outage.lab.client()
        for _ in 0..<5 {
            _ = try await client.send(
                .resendHookEvent(2, ofHook: HookID(rawValue: outage.hook), of: outage.owner))
        }
        let (_, hook) = try await outage.recover()
        #expect(hook.resent == 2)
        #expect(outage.lab.fake.log.entries.contains { $0.status == 429 })
    }

    @Test("With more than the limit nothing is sent again, and the project is read")
    func tooMany() async throws {
        let outage = try await Outage()
        try outage.log(Array(repeating: [500, 200], count: 4).flatMap(\.self))
        let (report, hook) = try await outage.recover(limit: 3)
        let missed = try #require(hook.missed)
        #expect(missed.reason == .tooMany && hook.resent == 0 && hook.failed == 4)
        #expect(missed.since == Instant(HookLab.start + 60))
        #expect(missed.until > missed.since)
        #expect(report.backfill?.projects.map(\.name) == ["acme/billing"])
        #expect(report.isComplete)
        let (_, again) = try await outage.recover(limit: 3)
        #expect(again.failed == 0 && again.missed == nil)
    }

    @Test(
        "What fails again is given up before GitLab rests the hook, the project is read, and it is not tried for ever"
    )
    func failsAgain() async throws {
        let outage = try await Outage()
        try outage.log([500, 200, 500, 200, 500, 200, 500])
        outage.status.change { $0 = 500 }
        let (report, hook) = try await outage.recover()
        #expect(hook.failed == 4 && hook.resent == 0 && hook.missed?.reason == .notResent)
        #expect(report.isComplete)
        #expect(outage.received.value.count == 2)
        let (_, again) = try await outage.recover()
        #expect(again.failed == 0 && again.missed == nil)
        #expect(outage.received.value.count == 2)
    }

    @Test(
        "After four failures in a row GitLab may have rested the hook: all is sent again, and the project read"
    )
    func rested() async throws {
        let outage = try await Outage()
        try outage.log([200, 500, 500, 500, 500, 200])
        let (report, hook) = try await outage.recover()
        #expect(hook.resent == 4 && hook.missed?.reason == .rested)
        #expect(hook.missed?.since == Instant(HookLab.start + 120))
        #expect(report.isComplete)
    }

    @Test("Failures before and after a look make one row")
    func rowAcrossLooks() async throws {
        let outage = try await Outage()
        try outage.log([500])
        outage.status.change { $0 = 500 }
        #expect(try await outage.recover().hook.missed?.reason == .notResent)
        try outage.log([500, 500])
        outage.status.change { $0 = 200 }
        let (_, hook) = try await outage.recover()
        // One before, one sent again, two after.
        #expect(hook.failed == 2 && hook.resent == 2 && hook.missed?.reason == .rested)
        #expect(try await outage.recover().hook.missed == nil)
    }

    @Test("A hook that rests, or is given up, is woken by a test", arguments: [(4, 4), (40, 0)])
    func wakes(failures: Int, resent: Int) async throws {
        let outage = try await Outage()
        outage.status.change { $0 = 503 }
        let client = try outage.lab.client()
        for _ in 0..<failures {
            _ = try? await client.send(.testHook(HookID(rawValue: outage.hook), of: outage.owner))
            outage.lab.time.advance(by: .seconds(13))
        }
        outage.status.change { $0 = 200 }
        let registrar = try outage.lab.registrar()
        let health = try #require(await registrar.health(of: HookLab.url, at: [outage.owner]).first?.value)
        #expect(health.isResting && health.failed == failures && health.failedInARow == failures)
        let (report, hook) = try await outage.recover()
        #expect(hook.hook?.alertStatus == .executable)
        #expect(hook.missed != nil && hook.resent == resent && report.isComplete)
        let after = try #require(await registrar.health(of: HookLab.url, at: [outage.owner]).first?.value)
        #expect(!after.isResting && after.failedInARow == 0)
    }

    @Test("Before 17.3 there is no log, before 17.4 nothing is sent again: the project is read")
    func oldVersions() async throws {
        let noLog = try await Outage(version: "17.2.0")
        try noLog.log([500])
        #expect(try await noLog.recover().hook.missed?.reason == .noLog)
        let noResend = try await Outage(version: "17.3.0")
        try noResend.log([500])
        let (report, hook) = try await noResend.recover()
        #expect(hook.missed?.reason == .notResent)
        // Without times, all since it was last known to be well.
        #expect(hook.missed?.since == Instant(HookLab.start))
        #expect(report.isComplete)
    }

    @Test("After more than a week the log says nothing of what was before")
    func logTooShort() async throws {
        let outage = try await Outage()
        _ = try await outage.recover()
        outage.lab.time.advance(by: .seconds(8 * 86_400))
        let (_, hook) = try await outage.recover()
        #expect(hook.missed?.reason == .logTooShort)
        #expect(hook.missed?.since == Instant(HookLab.start + 60))
        #expect(try await outage.recover().hook.missed == nil)
    }

    @Test("Of the instance's hooks there is no log; what the plan names is read")
    func instance() async throws {
        let outage = try await Outage(owner: .instance)
        let (report, hook) = try await outage.recover()
        #expect(hook.missed?.reason == .noLog)
        #expect(report.backfill?.projects.map(\.name) == ["acme/billing", "acme/shop"])
    }

    @Test("A hook that is gone, or not to be seen, has missed all since the last look")
    func noHook() async throws {
        let outage = try await Outage()
        _ = try await outage.recover()
        let looked = Instant(outage.lab.time.now)
        outage.lab.time.advance(by: .seconds(600))
        let (_, hidden) = try await outage.recover(token: "glpat-developer")
        #expect(hidden.missed?.reason == .forbidden && hidden.missed?.since == looked)
        let after = Instant(outage.lab.time.now)
        _ = await (try outage.lab.registrar()).remove(HookLab.url, at: [outage.owner])
        let (_, gone) = try await outage.recover()
        #expect(gone.hook == nil && gone.missed?.reason == .noHook)
        #expect(try #require(gone.missed).since <= after)
    }

    @Test("One owner that cannot be asked stops no other, and is not taken for well")
    func oneFails() async throws {
        let outage = try await Outage()
        try outage.log([500])
        let registrar = try outage.lab.registrar()
        let backfill = Backfill(
            client: try outage.lab.client(), storage: outage.lab.storage, state: outage.lab.storage,
            time: outage.lab.time)
        let report = try await DeliveryRecovery(registrar: registrar, backfill: backfill).run(
            HookLab.url, at: [.project("acme/none"), outage.owner],
            plan: BackfillPlan(instance: "lab", now: HookLab.start))
        #expect(report.hooks.map { $0.error?.code } == [.unreachable, nil])
        #expect(report.hooks.last?.value?.resent == 1)
        #expect(!report.isComplete)
    }
}

/// A value that several tasks change.
final class Mutexed<Value: Sendable>: Sendable {
    private let held: Mutex<Value>

    init(_ value: Value) { held = Mutex(value) }

    var value: Value { held.withLock { $0 } }

    func change(_ body: (inout sending Value) -> Void) { held.withLock { body(&$0) } }
}
