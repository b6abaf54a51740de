import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing
import WireFormat

@Suite("A plan may ask for more")
struct FurtherKindsTests {
    private func lab(_ kinds: Set<RecordKind>, pageSize: Int = 4) throws -> Lab {
        var lab = try Lab(mergeRequests: 12)
        lab.plan.kinds = kinds
        lab.configuration.pageSize = pageSize
        return lab
    }

    private func project(_ lab: Lab) throws -> Int { try #require(lab.fake.world.projectIDs.first) }

    private func run(_ lab: Lab) async throws -> (records: ProjectRecords, paths: [String]) {
        let counting = InterceptingTransport(over: lab.network)
        let outcome = try await lab.backfill(over: counting).run(lab.plan)
        #expect(outcome.isCompleted)
        let key = ProjectKey(lab.plan.instance, try project(lab))
        return (await lab.records[key], counting.paths)
    }

    @Test("By default none of it is read")
    func byDefault() async throws {
        let lab = try lab(BackfillPlan.standardKinds)
        let records = try await run(lab).records
        for kind in BackfillPlan.furtherKinds { #expect(records.count(of: kind) == 0, "\(kind)") }
    }

    @Test("Each kind comes with a statement of how much of it is known", arguments: [4, 100])
    func coverage(pageSize: Int) async throws {
        let lab = try lab(BackfillPlan.allKinds, pageSize: pageSize)
        let records = try await run(lab).records
        for kind in BackfillPlan.allKinds {
            let id = CoverageRecord.ID(project: ProjectKey("lab", try project(lab)), kind: kind)
            #expect(records.coverage[id]?.extent.value.status == .complete, "\(kind)")
        }
    }

    @Test("Branches, tags and releases are those of the repository, and gone when they are deleted there")
    func repository() async throws {
        let lab = try lab([.branch, .tag, .release])
        let project = try project(lab)
        let user = try #require(lab.someUser)
        try lab.fake.change { world in
            for number in 1...9 {
                try world.createBranch("topic/\(number)", in: project)
                try world.createTag("v\(number)", in: project, message: "\(number)", by: user)
            }
            try world.createRelease(ofTag: "v3", in: project, by: user)
        }
        let first = try await run(lab).records
        let world = lab.fake.world
        #expect(first.branches.map(\.id.name).sorted() == world.branchNames(in: project))
        #expect(first.tags.map(\.id.name).sorted() == world.tagNames(in: project))
        let key = ProjectKey(lab.plan.instance, project)
        let release = try #require(first.releases[ReleaseKey(key, "v3")])
        #expect(release.author?.value?.id == Int64(user))
        #expect(release.sha?.value == first.tags[TagKey(key, "v3")]?.sha?.value)
        #expect(first.users.contains(UserKey(key, Int64(user))))

        try lab.fake.change { try $0.deleteBranch("topic/5", in: project) }
        lab.settle()
        let second = try await run(lab).records
        let gone = second.branches.filter(\.isGone).map(\.id.name)
        #expect(gone == ["topic/5"])
        try lab.fake.change { try $0.createBranch("topic/5", in: project) }
        lab.settle()
        #expect(try await run(lab).records.branches.filter(\.isGone).isEmpty)
    }

    @Test("Events are all of the plan's days, each once, however many fill a page", arguments: [2, 7, 100])
    func events(pageSize: Int) async throws {
        let lab = try lab([.activityEvent], pageSize: pageSize)
        let project = try project(lab)
        let first = try await run(lab)
        func ids(since: Foundation.Date) -> Set<Int64> {
            Set(
                lab.fake.world.objects(.events, in: project).filter {
                    ($0["created_at"]?.stringValue ?? "") >= since.ISO8601Format()
                }.map { Int64($0["id"]?.intValue ?? 0) })
        }
        let wanted = ids(since: lab.plan.since.date)
        #expect(!wanted.isEmpty)
        #expect(wanted.isSubset(of: first.records.activityEvents.map(\.id.id)))
        let twoDaysMore = ids(since: lab.plan.since.date.addingTimeInterval(-2 * 86_400))
        #expect(Set(first.records.activityEvents.map(\.id.id)).isSubset(of: twoDaysMore))

        let user = try #require(lab.someUser)
        try lab.fake.change { try $0.createTag("late", in: project, by: user) }
        lab.settle()
        let second = try await run(lab)
        #expect(second.paths.count { $0.hasSuffix("/events") } <= first.paths.count)
        let pushed = second.records.activityEvents.filter { $0.facts.value.push?.ref == "late" }
        #expect(pushed.count == 1 && pushed.rows.first?.facts.value.push?.refType == "tag")
    }

    @Test("State events are those of what changed, and are read again only when it changes again")
    func stateEvents() async throws {
        let lab = try lab([.mergeRequest, .issue, .stateEvent], pageSize: 100)
        lab.settle()
        let first = try await run(lab)
        let world = lab.fake.world.objects(.stateEvents)
        let events = first.records.stateEvents
        #expect(!events.isEmpty)
        for event in events {
            let object = try #require(world.first { $0["id"]?.intValue == Int(event.id.id) })
            #expect(object["state"]?.stringValue == event.change.value.state)
            #expect(object["resource_id"]?.intValue.map(String.init) == event.subject.id)
        }
        let subjects = Set(events.map(\.subject.id))
        #expect(
            world.filter { subjects.contains($0["resource_id"]?.intValue.map(String.init) ?? "") }.count
                >= events.count)
        lab.settle()
        let second = try await run(lab)
        #expect(second.paths.count { $0.hasSuffix("/resource_state_events") } == 0)
        #expect(second.records.stateEvents.count == events.count)
    }
}

extension FurtherKindsTests {
    @Test("Jobs are those of the world, retried ones known as such; a later run reads what was unfinished")
    func jobs() async throws {
        let lab = try lab([.job, .pipeline], pageSize: 7)
        let first = try await run(lab).records
        #expect(!first.jobs.isEmpty)
        for job in first.jobs {
            #expect(first.pipelines.contains(job.pipeline) || job.summary != nil)
            #expect(job.isRetried?.value != nil && job.kind?.value == .build)
        }
        for pipeline in Dictionary(grouping: first.jobs.rows, by: \.pipeline).values {
            let current = pipeline.filter { $0.isRetried?.value == false }
            #expect(Set(current.map { $0.summary?.value.name }).count == current.count)
        }
        lab.settle()
        let second = try await run(lab)
        #expect(Set(first.jobs.map(\.id)).isSubset(of: second.records.jobs.map(\.id)))
        #expect(second.paths.count { $0.hasSuffix("/jobs") } <= 2)
    }

    @Test("Milestones and members are all there are, and gone when they are deleted")
    func planning() async throws {
        let lab = try lab([.milestone, .member])
        let project = try project(lab)
        lab.fake.change { _ = $0.addMilestone("Next", toProject: project) }
        let first = try await run(lab).records
        #expect(first.milestones.contains { $0.summary?.value.title == "Next" })
        #expect(!first.members.isEmpty)
        for member in first.members {
            #expect(first.users.contains(member.id) && member.accessLevel != nil)
        }
        #expect(first.milestones.filter(\.isGone).isEmpty && first.members.filter(\.isGone).isEmpty)
    }

    @Test("Label and milestone events come with their merge requests and issues")
    func planningEvents() async throws {
        let lab = try lab([.mergeRequest, .issue, .labelEvent, .milestoneEvent], pageSize: 100)
        let project = try project(lab)
        let user = try #require(lab.someUser)
        let issue = try #require(lab.fake.world.objects(.issues, in: project).last?["iid"]?.intValue)
        try lab.fake.change { try $0.setLabels(["p1"], ofIssue: issue, in: project, by: user) }
        let records = try await run(lab).records
        let subject = try #require(records.issues.rows.first { $0.summary?.value.iid == Int64(issue) })
        let added = records.labelEvents.filter { $0.subject == subject.reference }.map(\.change.value)
        #expect(added.contains(.init(label: "p1", isAdded: true)))

        let iid = try #require(lab.fake.world.mergeRequestIIDs(in: project, state: "opened").first)
        try lab.fake.change { try $0.setLabels(["p2"], ofMergeRequest: iid, in: project, by: user) }
        lab.settle()
        let later = try await run(lab).records
        let changed = try #require(
            later.mergeRequests.rows.first { $0.summary?.value.iid == Int64(iid) })
        let labels = later.labelEvents.filter { $0.subject == changed.reference }.map(\.change.value)
        #expect(labels.contains(.init(label: "p2", isAdded: true)))
        #expect(records.milestoneEvents.allSatisfy { $0.user != nil })
    }
}
