import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing

@Suite("Deliveries and the schedule together")
struct DeliveriesTests {
    private static let ways: [ReadingWay] = [.rest, .mixed]

    @Test("A delivery counts at once, and is in the status", arguments: ways)
    func applied(way: ReadingWay) async throws {
        let lab = try await DeliveryLab(way: way)
        try lab.lab.openMergeRequest(in: lab.lab.billing)
        try await lab.deliver()
        #expect(await lab.lab.mergeRequests(of: lab.lab.billing) == 1)
        #expect(lab.lab.network.count == 0)
        #expect(try await lab.status(of: lab.lab.billing)?.lastDelivery == Instant(lab.lab.time.now))
        #expect(try await lab.status(of: lab.lab.shop)?.lastDelivery == nil)
        #expect(try await !lab.waiting.isEmpty)
    }

    @Test("What the schedule reads is not read again because deliveries told of it", arguments: ways)
    func readOnce(way: ReadingWay) async throws {
        let alone = try await DeliveryLab(way: way)
        let both = try await DeliveryLab(way: way)
        for lab in [alone, both] {
            try lab.lab.openMergeRequest(in: lab.lab.billing)
            lab.lab.time.advance(by: .seconds(3600))
        }
        try await both.deliver()
        for lab in [alone, both] {
            lab.lab.time.advance(by: .seconds(6))
            lab.lab.network.breakDown(after: nil)
            try await lab.sync.step()
        }
        #expect(both.lab.network.count == alone.lab.network.count)
        #expect(try await both.waiting == [])
        let records = await (
            alone.lab.storage.records(matching: .all), both.lab.storage.records(matching: .all)
        )
        #expect(records.0 == records.1)
    }

    @Test(
        "What a refresh has read and nobody has touched since, the schedule finds in a list and leaves alone")
    func refreshedBefore() async throws {
        let lab = try await DeliveryLab()
        try lab.lab.openMergeRequest(in: lab.lab.billing)
        lab.lab.time.advance(by: .seconds(180))
        try await lab.deliver()
        try await lab.sync.refresh()
        #expect(try await lab.waiting == [])
        let refreshed = lab.lab.network.count(containing: "merge_requests/1/")
        #expect(refreshed > 0)
        lab.lab.time.advance(by: .seconds(3600))
        #expect(try await lab.sync.step().count == 2)
        #expect(lab.lab.network.count(containing: "merge_requests/1/") == refreshed)
    }

    @Test("A deselected project is not written to, whatever its group's hook still sends")
    func deselected() async throws {
        let lab = try await DeliveryLab(ofGroup: true)
        try await lab.connection.deselect(ProjectID(rawValue: lab.lab.billing))
        for project in [lab.lab.billing, lab.lab.shop] { try lab.lab.openMergeRequest(in: project) }
        try await lab.deliver()
        #expect(await lab.lab.mergeRequests(of: lab.lab.billing) == 0)
        #expect(await lab.lab.mergeRequests(of: lab.lab.shop) == 1)
        #expect(try await lab.waiting.allSatisfy { $0.project == ProjectKey("lab", lab.lab.shop) })
        #expect(try await lab.status(of: lab.lab.billing)?.lastDelivery == nil)
        try await lab.connection.deactivate()
        try lab.lab.openMergeRequest(in: lab.lab.shop)
        try await lab.deliver()
        #expect(await lab.lab.mergeRequests(of: lab.lab.shop) == 1)
    }

    @Test("What waited to be read of a project is forgotten with it")
    func forgotten() async throws {
        let lab = try await DeliveryLab()
        try lab.lab.openMergeRequest(in: lab.lab.billing)
        try await lab.deliver()
        #expect(try await !lab.waiting.isEmpty)
        try await lab.connection.deselect(ProjectID(rawValue: lab.lab.billing))
        #expect(try await lab.waiting == [])
    }

    @Test("A project made since in a selected group is taken in because it sends; one outside is not")
    func newProject() async throws {
        let selection = ProjectSelection([.group("acme")], excluding: [.pattern("acme/secret-*")])
        let lab = try await DeliveryLab(selecting: selection, ofGroup: true)
        let (store, secret) = try lab.lab.fake.change { world in
            (
                try world.addProject("store", group: lab.lab.group, creator: lab.lab.bot),
                try world.addProject("secret-plan", group: lab.lab.group, creator: lab.lab.bot)
            )
        }
        lab.lab.time.advance(by: .seconds(600))
        for project in [store, secret] { try lab.lab.openMergeRequest(in: project) }
        try await lab.deliver()
        #expect(await lab.lab.mergeRequests(of: store) == 1)
        #expect(await lab.lab.mergeRequests(of: secret) == 0)
        #expect(try await lab.sync.step().map(\.rawValue) == [store])
        #expect(try await lab.status(of: store)?.state == .connected)
        #expect(try await lab.status(of: secret)?.state == .excluded)
    }

    @Test("A lost project's deliveries are applied, and nothing is asked of it until it is back")
    func lost() async throws {
        let lab = try await DeliveryLab()
        lab.lab.fake.change { $0.removeMember(lab.lab.bot, fromProject: lab.lab.billing) }
        lab.lab.time.advance(by: .seconds(3600))
        try await lab.sync.step()
        #expect(try await lab.status(of: lab.lab.billing)?.state == .unreachable)
        try lab.lab.openMergeRequest(in: lab.lab.billing)
        try await lab.deliver()
        lab.lab.network.breakDown(after: nil)
        try await lab.sync.refresh()
        #expect(lab.lab.network.count == 0)
        #expect(await lab.lab.mergeRequests(of: lab.lab.billing) == 1)
    }

    @Test("Access that a refresh finds lost shows at the next step")
    func foundLost() async throws {
        let lab = try await DeliveryLab()
        try lab.lab.openMergeRequest(in: lab.lab.billing)
        try await lab.deliver()
        lab.lab.fake.change { $0.removeMember(lab.lab.bot, fromProject: lab.lab.billing) }
        try await lab.sync.refresh()
        #expect(try await lab.sync.step().map(\.rawValue) == [lab.lab.billing])
        #expect(try await lab.status(of: lab.lab.billing)?.state == .unreachable)
    }

    @Test("Left to itself, it reads what a delivery left to be read without waiting for the schedule")
    func leftToItself() async throws {
        let lab = try await DeliveryLab(.manual)
        let run = Task { await lab.sync.run() }
        await lab.lab.time.untilSleeping(2)
        try lab.lab.openMergeRequest(in: lab.lab.billing)
        let drain = Task { try await lab.deliver() }
        try await drain.value
        var looks = 0
        while try await !lab.waiting.isEmpty, looks < 100_000 {
            looks += 1
            await Task.yield()
        }
        #expect(try await lab.waiting == [])
        #expect(lab.lab.network.count(containing: "merge_requests/1/") > 0)
        run.cancel()
        await run.value
    }
}
