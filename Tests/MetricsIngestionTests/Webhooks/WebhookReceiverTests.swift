import Foundation
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing
import WebhookModels
import WireFormat

@Suite("A receiver applies each delivery once, whatever order they come in")
struct WebhookReceiverTests {
    /// Everything that may happen to one merge request, issue, pipeline and deployment in a day.
    private static let bodies: [JSONValue] = [
        Bodies.mergeRequest("open", updated: 100),
        Bodies.mergeRequest(
            "update", updated: 110,
            changes: [
                "draft": ["previous": false, "current": true], "updated_at": ["current": Bodies.time(110)],
            ], attributes: ["draft": true]),
        // The same second, other content.
        Bodies.mergeRequest(
            "update", updated: 110,
            changes: [
                "draft": ["previous": true, "current": false], "updated_at": ["current": Bodies.time(110)],
            ]),
        Bodies.mergeRequest("update", updated: 110, attributes: ["title": "Fix it well"]),
        Bodies.note(501, created: 120), Bodies.note(501, created: 120, updated: 125, action: "update"),
        Bodies.note(502, by: Bodies.cyd, created: 121, type: "DiffNote"),
        Bodies.mergeRequest("approval", by: Bodies.ben, attributes: ["actioned_at": Bodies.time(130)]),
        Bodies.mergeRequest("unapproval", by: Bodies.ben, attributes: ["actioned_at": Bodies.time(131)]),
        Bodies.mergeRequest("approved", by: Bodies.cyd, attributes: ["actioned_at": Bodies.time(131)]),
        Bodies.mergeRequest(
            "merge", by: Bodies.cyd, updated: 140,
            attributes: ["state": "merged", "merged_at": Bodies.time(140), "merge_user_id": 3]),
        Bodies.issue("open", updated: 150), Bodies.issue("update", updated: 151, type: "Issue"),
        Bodies.issue("close", updated: 250, attributes: ["state": "closed", "closed_at": Bodies.time(250)]),
        Bodies.pipeline("running"), Bodies.pipeline("success", finished: 400), Bodies.job("running"),
        Bodies.job("success", finished: 390), Bodies.deployment("running", changed: 440),
        Bodies.deployment("success", changed: 450), Bodies.release(), Bodies.release("update"),
        Bodies.milestone(), Bodies.milestone("close", state: "closed"), Bodies.push(),
    ]

    private static let seeds =
        0..<max(50, ProcessInfo.processInfo.environment["TEST_SEEDS"].flatMap { UInt64($0) } ?? 0)

    @Test("Any order and duplication of deliveries gives one set of records")
    func anyOrder() async throws {
        let straight = ReceiverLab()
        for (index, body) in Self.bodies.enumerated() {
            try await straight.ingest(body, receivedAt: ReceiverLab.received + Double(index))
        }
        let truth = await straight.storage.records(matching: .all)
        for seed in Self.seeds {
            var random = SplitMix(seed: seed)
            let lab = ReceiverLab()
            let doubled = Self.bodies + (0..<10).compactMap { _ in Self.bodies.randomElement(using: &random) }
            for (index, body) in doubled.shuffled(using: &random).enumerated() {
                try await lab.ingest(body, receivedAt: ReceiverLab.received + Double(index))
            }
            let records = await lab.storage.records(matching: .all)
            #expect(records == truth, "seed \(seed)")
        }
    }

    @Test("A resend changes nothing")
    func resend() async throws {
        let lab = ReceiverLab()
        for body in Self.bodies { try await lab.ingest(body) }
        for body in Self.bodies {
            let again = try await lab.ingest(body, receivedAt: ReceiverLab.received + 60)
            #expect(again.changes.isEmpty)
        }
    }

    @Test("What was read of the same second or later stands")
    func readsStand() async throws {
        let lab = ReceiverLab()
        var known = MergeRequestRecord(id: lab.mergeRequest, project: lab.project)
        let second = Bodies.instant(100).secondsSince1970 * 1000
        let summary = MergeRequestRecord.Summary(
            iid: 7, title: "As it was read", state: .opened, isDraft: true, createdAt: Bodies.instant(0),
            updatedAt: Bodies.instant(100), sourceBranch: "fix", targetBranch: "main", sourceProject: nil)
        known.summary = Register(
            summary, stamp: Stamp(updatedAt: second, precision: .second, readBegan: second + 1))
        await lab.storage.merge(RecordSet([known]))
        let ingested = try await lab.ingest(Bodies.mergeRequest("update", updated: 100))
        let stored = await lab.records.mergeRequests[lab.mergeRequest]
        #expect(stored?.summary?.value == summary)
        // Which of them is right, a later read settles.
        #expect(ingested.refresh.contains(RefreshKey(lab.project, .mergeRequest(iid: 7))))
    }

    @Test("Kinds that are not kept leave no trace")
    func kinds() async throws {
        let lab = ReceiverLab(kinds: [.issue])
        for body in Self.bodies {
            let ingested = try await lab.ingest(body)
            for key in ingested.refresh { #expect([.project, .issue(iid: 23)].contains(key.subject)) }
        }
        let records = await lab.records
        #expect(records.issues.count == 1)
        #expect(records.mergeRequests.isEmpty && records.notes.isEmpty && records.provisionalEvents.isEmpty)
        #expect(records.pipelines.isEmpty && records.deployments.isEmpty && records.releases.isEmpty)
    }

    @Test("Projects the host did not select leave no trace")
    func accepts() async throws {
        let lab = ReceiverLab(accepts: { $0.id != 42 })
        for body in Self.bodies {
            let ingested = try await lab.ingest(body)
            #expect(ingested.refresh.isEmpty)
        }
        #expect(await lab.storage.records(matching: .all).isEmpty)
    }

    @Test("A project seen for the first time or under a new path is to be read, otherwise not")
    func paths() async throws {
        let lab = ReceiverLab()
        let key = RefreshKey(lab.project, .project)
        #expect(try await lab.ingest(Bodies.push()).refresh.contains(key))
        #expect(try await !lab.ingest(Bodies.push("other")).refresh.contains(key))
        var moved = Bodies.push()
        moved["project"]?["path_with_namespace"] = "elsewhere/app"
        #expect(try await lab.ingest(moved).refresh.contains(key))
        #expect(await lab.records.project[lab.project]?.paths == ["acme/app", "elsewhere/app"])
    }

    @Test("What waited in an inbox is applied like what comes straight")
    func entries() async throws {
        let straight = ReceiverLab()
        let waiting = ReceiverLab()
        for body in Self.bodies {
            try await straight.ingest(body)
            let event = try Bodies.event(body)
            let delivery = String(decoding: body.serialized(sortedKeys: true), as: UTF8.self)
            let entry = InboxEntry(
                id: .init("lab", delivery), project: waiting.project, kind: event.kind.rawValue,
                subject: event.subject,
                receivedAt: Int64(ReceiverLab.received.timeIntervalSince1970 * 1000),
                bytes: try event.atRest())
            try await waiting.receiver.ingest(entry)
        }
        let records = await waiting.storage.records(matching: .all)
        #expect(await straight.storage.records(matching: .all) == records)
    }

    @Test("Bytes that cannot be understood, and entries of another instance, are typed errors")
    func errors() async throws {
        let lab = ReceiverLab()
        func code(_ instance: InstanceID, _ bytes: String) async -> IngestionError.Code? {
            let entry = InboxEntry(
                id: .init(instance, "d"), project: nil, kind: "note", subject: nil, receivedAt: 0,
                bytes: Data(bytes.utf8))
            do throws(IngestionError) {
                try await lab.receiver.ingest(entry)
                return nil
            } catch {
                return error.code
            }
        }
        #expect(await code("lab", "{") == .webhook)
        #expect(await code("elsewhere", "{}") == .otherInstance)
    }

    @Test("What an event would do can be seen without doing it")
    func translation() async throws {
        let lab = ReceiverLab()
        let event = try Bodies.event(Bodies.mergeRequest("open"))
        let told = try await lab.receiver.translation(
            of: event, delivery: "d", receivedAt: ReceiverLab.received)
        #expect(told.records[lab.project].mergeRequests.count == 1)
        #expect(await lab.storage.records(matching: .all).isEmpty)
    }
}
