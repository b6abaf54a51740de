import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Synchronization
import WebhookModels
import WireFormat

/// One seeded world at work, watched by three hosts: one that polls, one that is told and reads what it was not told,
/// and one that does both.
struct WebhookLawRun {
    let law: LawRun
    let told: Host
    let both: Host
    private let mailbox: Mailbox
    private let verifier: WebhookVerifier

    /// What was sent and not yet taken out.
    private final class Mailbox: Sendable {
        private let sent = Mutex<[HTTPRequest]>([])
        private let taken = Mutex(0)

        /// How many were taken out.
        var count: Int { taken.withLock { $0 } }

        func put(_ request: HTTPRequest) { sent.withLock { $0.append(request) } }

        func takeAll() -> [HTTPRequest] {
            let all = sent.withLock { sent in
                defer { sent = [] }
                return sent
            }
            taken.withLock { $0 += all.count }
            return all
        }
    }

    /// A store, and what fills it.
    struct Host {
        let storage = InMemoryStorage()
        let backfill: Backfill
        let receiver: WebhookReceiver
        let refresh: Refresh
        let queue: RefreshQueue

        init(_ law: LawRun) {
            backfill = law.backfill(into: storage)
            receiver = WebhookReceiver(instance: law.plan.instance, storage: storage)
            refresh = Refresh(
                client: law.client, storage: storage, state: storage, time: law.time,
                configuration: .init(reading: LawRun.configuration(law.seed, law.way)))
            queue = RefreshQueue(instance: law.plan.instance, state: storage)
        }

        func ingest(_ webhook: VerifiedWebhook, at now: Date) async throws {
            let ingested = try await receiver.ingest(webhook, receivedAt: now)
            try await queue.add(ingested.refresh, at: now)
        }

        /// Reads what is due until nothing is left to be read.
        func catchUp(_ time: VirtualTime) async throws {
            while let due = try await queue.nextDue(interval: .zero, at: time.now) {
                let wait = due.timeIntervalSince(time.now)
                time.advance(by: .seconds(max(1, Int(wait.rounded(.up)))))
                _ = try await refresh.run(queue, atOnce: true)
            }
        }
    }

    init(seed: UInt64) async throws {
        law = try LawRun(seed: seed)
        told = Host(law)
        both = Host(law)
        let mailbox = Mailbox()
        self.mailbox = mailbox
        law.fake.receivers = HookReceiver { request in
            mailbox.put(request)
            return HTTPResponse(status: 200)
        }
        verifier = try WebhookVerifier(accepting: [WebhookCredentials(token: Secret("s3cret"))])
        law.fake.change { world in
            // GitLab tells nothing of the pipelines and jobs of blocked users.
            for user in world.objects(.users) where user.text("state") == "blocked" {
                try? world.blockUser(Int(user.number("id")), isBlocked: false)
            }
            for project in world.projectIDs {
                world.addHook(
                    "https://receiver.example", toProject: project, switches: .all, token: "s3cret")
            }
        }
        law.fake.hookFaults = HookFaults(
            seed: seed, duplicates: 0.3, delay: .zero ... .seconds(Int64(seed % 3) * 20), reorders: true)
        // All of them begin with the same history, read to its end.
        for _ in 1...2 {
            for backfill in [law.backfill, told.backfill, both.backfill] {
                _ = try await backfill.run(law.plan)
            }
            law.time.advance(by: .seconds(600))
        }
    }

    /// People work, and hooks tell of it; now and then somebody reads in between.
    func work(_ steps: Int) async throws {
        var churn = Churn(seed: law.seed, probability: 1, changes: Self.announced)
        for step in 1...UInt64(steps) {
            law.fake.change { churn.step(&$0) }
            let dice = (step &* 0x9E37_79B9 &+ law.seed &* 0x85EB_CA6B) >> 7
            law.time.advance(by: .milliseconds(100 + Int64(dice % 30_000)))
            await law.fake.deliver()
            try await ingest()
            switch dice % 12 {
            case 0: _ = try await law.backfill.run(law.plan)
            case 1, 2: _ = try await told.refresh.run(told.queue)
            case 3: _ = try await both.refresh.run(both.queue)
            case 4: _ = try await both.backfill.run(law.plan)
            default: break
            }
        }
        await law.fake.deliverAll()
        try await ingest()
    }

    /// Something happens, a minute passes, and hooks tell of it; nobody reads anything.
    @discardableResult
    func happen<Result: Sendable>(_ change: (inout World) throws -> Result) async throws -> Result {
        let result = try law.fake.change(change)
        law.time.advance(by: .seconds(60))
        await law.fake.deliverAll()
        try await ingest()
        return result
    }

    /// How many deliveries came, repetitions counted.
    var deliveries: Int { mailbox.count }

    /// Everybody reads what he has not read yet.
    func rest() async throws {
        law.time.advance(by: .seconds(600))
        try await told.catchUp(law.time)
        try await both.catchUp(law.time)
        _ = try await both.backfill.run(law.plan)
        _ = try await law.backfill.run(law.plan)
    }

    private func ingest() async throws {
        for request in mailbox.takeAll() {
            let fields = request.headers.fields.map { WebhookHeaders.Field($0.name, $0.value) }
            let delivery = WebhookDelivery(headers: WebhookHeaders(fields), body: request.body ?? Data())
            let webhook = try verifier.verify(delivery, at: law.time.now)
            try await told.ingest(webhook, at: law.time.now)
            try await both.ingest(webhook, at: law.time.now)
        }
    }

    /// What GitLab announces: deleting comments, merge requests and issues, it does not.
    private static let announced = (Churn.Change.allCases + Churn.lively).filter {
        ![.deleteNote, .deleteMergeRequest, .deleteIssue].contains($0)
    }
}
