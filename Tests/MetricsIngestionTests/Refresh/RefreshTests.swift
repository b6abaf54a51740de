import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import Testing

@Suite("A refresh reads just what it is told, and ends where a backfill would")
struct RefreshTests {
    private static let ways: [ReadingWay] = [.mixed, .rest]

    @Test("A merge request with all that hangs on it", arguments: ways)
    func mergeRequest(way: ReadingWay) async throws {
        let lab = try await RefreshLab(way)
        let iid = try lab.mergeRequest()
        try lab.change { try $0.comment(on: iid, in: lab.project, by: lab.user, body: "Why?") }
        try lab.change { try $0.approve(iid, in: lab.project, by: lab.user) }
        try lab.change { try $0.push(1, to: iid, in: lab.project, by: lab.user) }
        try lab.change { try $0.setDraft(true, of: iid, in: lab.project, by: lab.user) }
        let outcome = try await lab.run(.mergeRequest(iid: Int64(iid)))
        #expect(outcome.isCompleted)
        #expect(!outcome.changes.isEmpty)
        try await lab.expectTruth()
        // Read once more, it tells nothing new.
        #expect(try await lab.run(.mergeRequest(iid: Int64(iid))).changes.isEmpty)
    }

    @Test("A merge, with the commits it brought to the default branch", arguments: ways)
    func merge(way: ReadingWay) async throws {
        let lab = try await RefreshLab(way)
        let iid = try lab.mergeRequest()
        try lab.change { try $0.setDraft(false, of: iid, in: lab.project, by: lab.user) }
        try lab.change { try $0.merge(iid, in: lab.project, by: lab.user) }
        let branch = try #require(
            await lab.lab.records[lab.key].project[lab.key]?.summary?.value.defaultBranch)
        let outcome = try await lab.run(.mergeRequest(iid: Int64(iid)), .commits(branch: branch))
        #expect(outcome.isCompleted)
        try await lab.expectTruth()
    }

    @Test("An issue", arguments: ways)
    func issue(way: ReadingWay) async throws {
        let lab = try await RefreshLab(way)
        let iid = try lab.change {
            try $0.openIssue(in: lab.project, by: lab.user, title: "Down", type: "incident")
        }
        try lab.change { try $0.closeIssue(iid, in: lab.project, by: lab.user) }
        #expect(try await lab.run(.issue(iid: Int64(iid))).isCompleted)
        try await lab.expectTruth()
    }

    @Test("Many pipelines take one query where GitLab finds them by their ids")
    func pipelines() async throws {
        let lab = try await RefreshLab(.mixed)
        let ids = try lab.change { world in
            try (0..<30).map { _ in
                let id = try world.createPipeline(in: lab.project, by: lab.user)
                try world.startPipeline(id)
                try world.finishPipeline(id, status: "success")
                return id
            }
        }
        lab.fake.log = RequestLog()
        let keys = Set(ids.map { RefreshKey(lab.key, .pipeline(id: Int64($0))) })
        #expect(try await lab.refresh.run(keys).isCompleted)
        #expect(lab.fake.log.counts["POST graphql PipelinesByID"] == 1)
        #expect(lab.fake.log.counts["GET projects/:id/pipelines/:pipeline_id"] == nil)
        try await lab.expectTruth()
    }

    @Test("A deployment, to an environment nobody has seen, with what it carries", arguments: ways)
    func deployment(way: ReadingWay) async throws {
        let lab = try await RefreshLab(way)
        let (known, new) = try lab.change { world in
            let known = try #require(world.environmentIDs(in: lab.project).first)
            let environment = world.addEnvironment("production/moon", in: lab.project, tier: "production")
            return (
                try world.deploy(to: known, by: lab.user, status: "success"),
                try world.deploy(to: environment, by: lab.user, status: "success")
            )
        }
        let keys: [RefreshKey.Subject] = [.deployment(id: Int64(known)), .deployment(id: Int64(new))]
        let outcome = try await lab.run(keys[0], keys[1])
        #expect(outcome.isCompleted)
        // GitLab links merge requests a little later.
        #expect(outcome.projects.first?.settling.contains(RefreshKey(lab.key, keys[1])) == true)
        lab.lab.settle()
        let later = try await lab.run(keys[0], keys[1])
        #expect(later.projects.first?.settling == [])
        try await lab.expectTruth()
    }

    @Test("A pipeline that ran", arguments: ways)
    func pipeline(way: ReadingWay) async throws {
        let lab = try await RefreshLab(way)
        let id = try lab.change { world in
            let id = try world.createPipeline(in: lab.project, by: lab.user)
            try world.startPipeline(id)
            return id
        }
        try lab.change { try $0.finishPipeline(id, status: "failed") }
        #expect(try await lab.run(.pipeline(id: Int64(id))).isCompleted)
        let key = PipelineKey("lab", id)
        let stored = try #require(await lab.lab.records[lab.key].pipelines[key])
        let truth = try #require(try await lab.lab.fresh()[lab.key].pipelines[key])
        #expect(stored.summary?.value == truth.summary?.value)
        #expect(stored.timing?.value == truth.timing?.value)
        #expect(stored.startedAt?.value == truth.startedAt?.value)
        #expect(stored.origin?.value == truth.origin?.value)
    }

    @Test("Lists a host keeps: branches, tags, milestones, releases, members")
    func lists() async throws {
        let lab = try await RefreshLab(.rest, kinds: BackfillPlan.allKinds)
        try lab.change { world in
            try world.createBranch("lately", in: lab.project)
            try world.createTag("v99", in: lab.project, by: lab.user)
            _ = world.addMilestone("Lately", toProject: lab.project)
        }
        let kinds: [RecordKind] = [.branch, .tag, .milestone, .release, .member, .environment]
        let keys = Set(kinds.map { RefreshKey(lab.key, .list($0)) })
        #expect(try await lab.refresh.run(keys).isCompleted)
        let stored = await lab.lab.records[lab.key]
        #expect(stored.branches[BranchKey(lab.key, "lately")] != nil)
        #expect(stored.tags[TagKey(lab.key, "v99")] != nil)
        #expect(stored.milestones.contains { $0.summary?.value.title == "Lately" })
    }

    @Test("What GitLab no longer shows is gone", arguments: ways)
    func gone(way: ReadingWay) async throws {
        let lab = try await RefreshLab(way)
        let iid = try lab.mergeRequest()
        let issue = try #require(lab.fake.world.issueIIDs(in: lab.project, state: "opened").first)
        try lab.change { try $0.deleteMergeRequest(iid, in: lab.project) }
        try lab.change { try $0.deleteIssue(issue, in: lab.project) }
        let outcome = try await lab.run(.mergeRequest(iid: Int64(iid)), .issue(iid: Int64(issue)))
        #expect(outcome.isCompleted)
        let records = await lab.lab.records[lab.key]
        #expect(records.mergeRequests.contains { $0.summary?.value.iid == Int64(iid) && $0.isGone })
        #expect(records.issues.contains { $0.summary?.value.iid == Int64(issue) && $0.isGone })
        // Commits outlive the merge requests they were seen in.
        let truth = try await lab.lab.fresh()[lab.key].settled
        #expect(records.settled.mergeRequests == truth.mergeRequests)
        #expect(records.settled.notes == truth.notes)
        #expect(records.settled.issues == truth.issues)
    }

    @Test("A project that is gone answers all its keys; one that moved is read under its new path")
    func project() async throws {
        let lab = try await RefreshLab(.mixed)
        try lab.change { try $0.moveProject(lab.project, to: "elsewhere") }
        let iid = Int64(try lab.mergeRequest())
        #expect(try await lab.run(.project, .mergeRequest(iid: iid)).isCompleted)
        #expect(await lab.lab.records[lab.key].project[lab.key]?.wasMoved == true)
        try lab.change { try $0.deleteProject(lab.project) }
        let outcome = try await lab.run(.project, .mergeRequest(iid: iid))
        #expect(outcome.isCompleted)
        guard case .unreachable = try #require(outcome.projects.first).outcome else {
            Issue.record("a project that is gone is not told as such")
            return
        }
        #expect(await lab.lab.records[lab.key].project[lab.key]?.isGone == true)
    }

    @Test("A fault in one kind leaves its keys, and no others")
    func fault() async throws {
        let lab = try await RefreshLab(.rest)
        let iid = Int64(try lab.mergeRequest())
        let pipeline = Int64(try #require(lab.fake.world.pipelineIDs(in: lab.project).last))
        lab.fake.faults = FaultPlan([FaultRule(.internalServerError, at: "projects/*/pipelines/*")])
        let outcome = try await lab.run(.mergeRequest(iid: iid), .pipeline(id: pipeline))
        let report = try #require(outcome.projects.first)
        #expect(report.unread == [RefreshKey(lab.key, .pipeline(id: pipeline))])
        guard case .partially(let failures) = report.outcome else {
            Issue.record("a fault passes for success")
            return
        }
        #expect(failures.keys.sorted() == [.pipeline])
    }

    @Test("A project that cannot be read keeps all its keys and does not stop the others")
    func faultyProject() async throws {
        let lab = try await RefreshLab(.rest, projects: 2)
        let others = lab.fake.world.projectIDs
        lab.fake.faults = FaultPlan([FaultRule(.badGateway, at: "projects/\(others[0])")])
        let keys = Set(others.map { RefreshKey(ProjectKey("lab", $0), .project) })
        let outcome = try await lab.refresh.run(keys)
        #expect(outcome.projects.map(\.unread.count) == [1, 0])
        #expect(!outcome.isCompleted)
    }

    @Test("A token GitLab does not accept ends the run with a typed error")
    func refused() async throws {
        let lab = try await RefreshLab(.rest)
        let refused = try lab.refused
        await #expect(throws: IngestionError.self) {
            _ = try await refused.run([RefreshKey(lab.key, .project)])
        }
    }

    @Test("Many of a kind cost few requests, and nothing else is read")
    func requests() async throws {
        let lab = try await RefreshLab(.mixed)
        let all = await lab.lab.records[lab.key].mergeRequests.compactMap(\.summary?.value.iid)
        _ = try await lab.run(.project)
        let before = lab.network.count
        let outcome = try await lab.refresh.run(
            Set(all.map { RefreshKey(lab.key, .mergeRequest(iid: $0)) }))
        #expect(outcome.isCompleted)
        // The project, the merge requests, and what only REST tells of those that are merged.
        #expect(lab.network.count - before <= 4)
        #expect(outcome.requests == lab.network.count - before)
        #expect(outcome.changes.isEmpty)
    }

    @Test("Kinds that are not kept are not read")
    func unwanted() async throws {
        let lab = try await RefreshLab(.rest, kinds: [.mergeRequest])
        let before = lab.network.count
        #expect(try await lab.run(.pipeline(id: 1), .issue(iid: 1), .list(.branch)).isCompleted)
        #expect(lab.network.count - before == 1)
    }
}
