import FakeGitLab
import Foundation
import MetricsCore
import MetricsIngestion
import Testing

@Suite("What a backfill has read since it was told is not read again by a refresh")
struct KnownReadTests {
    private static let ways: [ReadingWay] = [.mixed, .rest]

    /// Something of every kind happens.
    private func work(_ lab: RefreshLab) throws -> Set<RefreshKey> {
        let iid = try lab.mergeRequest()
        try lab.change { try $0.comment(on: iid, in: lab.project, by: lab.user, body: "Why?") }
        try lab.change { try $0.push(1, to: iid, in: lab.project, by: lab.user) }
        let issue = try lab.change {
            try $0.openIssue(in: lab.project, by: lab.user, title: "Down", type: "incident")
        }
        let pipeline = try lab.change { world in
            let id = try world.createPipeline(in: lab.project, by: lab.user)
            try world.startPipeline(id)
            try world.finishPipeline(id, status: "success")
            return id
        }
        let subjects: [RefreshKey.Subject] = [
            .project, .mergeRequest(iid: Int64(iid)), .issue(iid: Int64(issue)),
            .pipeline(id: Int64(pipeline)), .commits(branch: "main"), .list(.environment),
        ]
        return Set(subjects.map { RefreshKey(lab.key, $0) })
    }

    @Test("Whatever it was", arguments: ways)
    func read(way: ReadingWay) async throws {
        let lab = try await RefreshLab(way)
        let keys = try work(lab)
        try await lab.queue.add(keys, at: lab.lab.time.now)
        lab.lab.time.advance(by: .seconds(6))
        _ = try await lab.lab.backfill().run(lab.lab.plan)
        lab.fake.log = RequestLog()
        let outcome = try await lab.refresh.run(lab.queue)
        #expect(outcome.requests == 0, "\(lab.fake.log.counts)")
        #expect(try await lab.queue.keys(at: lab.lab.time.now) == [])
        try await lab.expectTruth()
    }

    @Test("A delivery that waited long counts from its arrival on", arguments: ways)
    func late(way: ReadingWay) async throws {
        let lab = try await RefreshLab(way)
        let keys = try work(lab)
        let arrived = lab.lab.time.now
        lab.lab.time.advance(by: .seconds(6))
        _ = try await lab.lab.backfill().run(lab.lab.plan)
        lab.lab.time.advance(by: .seconds(3600))
        try await lab.queue.add(keys, told: arrived, at: lab.lab.time.now)
        #expect(try await lab.refresh.run(lab.queue).requests == 0)
        #expect(try await lab.queue.keys(at: lab.lab.time.now) == [])
    }

    @Test("What was told after the read began is read", arguments: ways)
    func toldLater(way: ReadingWay) async throws {
        let lab = try await RefreshLab(way)
        let keys = try work(lab)
        lab.lab.time.advance(by: .seconds(6))
        _ = try await lab.lab.backfill().run(lab.lab.plan)
        for key in keys {
            lab.lab.time.advance(by: .seconds(60))
            try await lab.queue.add([key], at: lab.lab.time.now)
            let outcome = try await lab.refresh.run(lab.queue)
            #expect(outcome.requests > 0 && outcome.isCompleted, "\(key.subject)")
        }
    }

    @Test("A read that began right after is not trusted: clocks differ")
    func clocks() async throws {
        let lab = try await RefreshLab(.rest)
        let keys = try work(lab)
        try await lab.queue.add(keys, at: lab.lab.time.now)
        lab.lab.time.advance(by: .seconds(1))
        _ = try await lab.lab.backfill().run(lab.lab.plan)
        #expect(try await lab.refresh.run(lab.queue).requests > 0)
    }

    @Test("Told twice, it counts from the second time on")
    func toldTwice() async throws {
        let lab = try await RefreshLab(.rest)
        let keys = try work(lab)
        try await lab.queue.add(keys, at: lab.lab.time.now)
        lab.lab.time.advance(by: .seconds(6))
        _ = try await lab.lab.backfill().run(lab.lab.plan)
        lab.lab.time.advance(by: .seconds(60))
        try await lab.queue.add(keys, at: lab.lab.time.now)
        #expect(try await lab.refresh.run(lab.queue).requests > 0)
    }

    @Test("What a backfill passed by, since no date moved, is read", arguments: ways)
    func passedBy(way: ReadingWay) async throws {
        let lab = try await RefreshLab(way)
        let keys: Set = [RefreshKey(lab.key, .mergeRequest(iid: Int64(try lab.mergeRequest())))]
        try await lab.queue.add(keys, at: lab.lab.time.now)
        lab.lab.time.advance(by: .seconds(6))
        _ = try await lab.lab.backfill().run(lab.lab.plan)
        #expect(try await lab.refresh.run(lab.queue).requests > 0)
        try await lab.expectTruth()
    }

    @Test("A fault in the backfill leaves nothing known that was not read")
    func fault() async throws {
        let lab = try await RefreshLab(.rest)
        let keys = try work(lab)
        try await lab.queue.add(keys, at: lab.lab.time.now)
        lab.lab.time.advance(by: .seconds(6))
        lab.fake.faults = FaultPlan([FaultRule(.badGateway)])
        _ = try? await lab.lab.backfill().run(lab.lab.plan)
        lab.fake.faults = FaultPlan()
        let outcome = try await lab.refresh.run(lab.queue, atOnce: true)
        #expect(outcome.requests > 0 && outcome.isCompleted)
        try await lab.expectTruth()
    }
}
