import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing

@Suite("A later run reads what changed")
struct IncrementalTests {
    /// One run over everything, and time to be sure of it.
    private func settledLab(_ way: ReadingWay = .rest, mergeRequests: Int = 20) async throws -> Lab {
        var lab = try Lab(mergeRequests: mergeRequests, way: way)
        lab.configuration.pageSize = 100
        let first = try await lab.backfill().run(lab.plan)
        #expect(first.isCompleted)
        lab.settle()
        // What was touched just before the first run is read once more.
        _ = try await lab.backfill().run(lab.plan)
        lab.settle()
        return lab
    }

    private func secondRun(_ lab: Lab) async throws -> InterceptingTransport {
        let counting = InterceptingTransport(over: lab.network)
        let outcome = try await lab.backfill(over: counting).run(lab.plan)
        #expect(outcome.isCompleted)
        return counting
    }

    private func mergeRequest(_ lab: Lab, state: String = "opened") throws -> (project: Int, iid: Int) {
        let world = lab.fake.world
        let project = try #require(world.projectIDs.first)
        return (project, try #require(world.mergeRequestIIDs(in: project, state: state).first))
    }

    @Test("Nothing changed: one request a list, and the sweep")
    func unchanged() async throws {
        let lab = try await settledLab()
        let counting = try await secondRun(lab)
        let kinds = Dictionary(grouping: counting.paths) { $0.components(separatedBy: "/").last ?? "" }
            .mapValues(\.count)
        #expect(kinds["notes"] == nil)
        #expect(kinds["approvals"] == nil)
        #expect(
            kinds == [
                "projects": 1, "environments": 1, "deployments": 1, "pipelines": 1, "commits": 1,
                "merge_requests": 2, "issues": 2,
            ])
    }

    @Test("A commented merge request is read with its children, the others are not")
    func oneComment() async throws {
        let lab = try await settledLab()
        let (project, iid) = try mergeRequest(lab)
        let user = try #require(lab.someUser)
        try lab.fake.change { try $0.comment(on: iid, in: project, by: user, body: "Why?") }
        lab.settle()
        let counting = try await secondRun(lab)
        #expect(counting.paths.filter { $0.hasSuffix("/notes") }.count == 1)
        #expect(try await lab.fresh() == lab.records)
    }

    @Test(
        "A comment in the minute after a touch, which moves no date, is found",
        arguments: [1, 20, 59], [ReadingWay.rest, .mixed])
    func commentWithinTheMinute(seconds: Int, way: ReadingWay) async throws {
        let lab = try await settledLab(way)
        let (project, iid) = try mergeRequest(lab)
        let user = try #require(lab.someUser)
        try lab.fake.change { try $0.comment(on: iid, in: project, by: user, body: "First") }
        _ = try await lab.backfill().run(lab.plan)
        lab.time.advance(by: .seconds(seconds))
        try lab.fake.change { try $0.comment(on: iid, in: project, by: user, body: "Second") }
        lab.settle()
        _ = try await lab.backfill().run(lab.plan)
        #expect(try await lab.fresh() == lab.records)
    }

    @Test(
        "A deleted comment, merge request and issue are missed by the next run",
        arguments: [ReadingWay.rest, .mixed, .graphQL])
    func deletions(way: ReadingWay) async throws {
        let lab = try await settledLab(way)
        let (project, iid) = try mergeRequest(lab)
        let world = lab.fake.world
        let issue = try #require(world.issueIIDs(in: project, state: "opened").first)
        let before = await lab.records
        let commented = try #require(
            before[ProjectKey("lab", project)].notes.first {
                !$0.isSystem && $0.subject.kind == .mergeRequest
            })
        try lab.fake.change { world in
            try world.deleteNote(Int(commented.id.id))
            try world.deleteMergeRequest(iid, in: project)
            try world.deleteIssue(issue, in: project)
        }
        lab.settle()
        let outcome = try await lab.backfill().run(lab.plan)
        #expect(outcome.isCompleted)
        let after = await lab.records
        #expect(after != before)
        let settled = after[ProjectKey("lab", project)].settled
        #expect(settled.notes[commented.id] == nil)
        #expect(!settled.mergeRequests.contains { $0.summary?.value.iid == Int64(iid) })
        #expect(!settled.issues.contains { $0.summary?.value.iid == Int64(issue) })
        let fresh = try await lab.fresh()[ProjectKey("lab", project)].settled
        #expect(settled.mergeRequests == fresh.mergeRequests)
        #expect(settled.issues == fresh.issues)
        #expect(settled.notes == fresh.notes)
        #expect(settled.listings == fresh.listings)
    }

    @Test("A plan that reaches back further reads what is missing", arguments: [ReadingWay.rest, .mixed])
    func widening(way: ReadingWay) async throws {
        var lab = try await settledLab(way)
        lab.plan.since = lab.plan.since.advanced(bySeconds: -10 * 86_400)
        let wider = try await lab.backfill().run(lab.plan)
        #expect(wider.isCompleted)
        let known = await lab.records
        let fresh = try await lab.fresh()
        for (key, records) in fresh.projects {
            // What was open or last deployed at the first plan's beginning stays; nothing else differs.
            #expect(records.mergeRequests.allSatisfy { known[key].mergeRequests.contains($0.id) })
            #expect(records.notes.allSatisfy { known[key].notes.contains($0.id) })
            #expect(records.pipelines.allSatisfy { known[key].pipelines.contains($0.id) })
            #expect(records.commits.allSatisfy { known[key].commits.contains($0.id) })
            #expect(records.deployments.allSatisfy { known[key].deployments.contains($0.id) })
            #expect(records.settled.coverage == known[key].settled.coverage)
        }
    }
}
