import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Synchronization
import Testing
import WireFormat

@Suite("What plans must ask for ends as the world has it, too")
struct FurtherLawTests {
    private static let start = Date(timeIntervalSince1970: 1_768_000_000)

    @Test("after branches, tags, labels and jobs came and went while it was read", arguments: 0..<UInt64(4))
    func churn(seed: UInt64) async throws {
        let time = VirtualTime(Self.start)
        let token = "glpat-fake-metrics-reader"
        let fake = FakeGitLab(
            world: try WorldGenerator(
                .init(
                    seed: seed, projects: 1, mergeRequestsPerProject: 8, days: 24, end: Self.start,
                    token: token)
            ).world(), time: time)
        let project = try #require(fake.world.projectIDs.first)
        let storage = InMemoryStorage()
        let backfill = Backfill(
            client: GitLabClient(
                instance: try InstanceURL("https://gitlab.test"),
                credentials: StaticCredential(AccessToken(token)), transport: FakeGitLabTransport(fake),
                time: time), storage: storage, state: storage, time: time,
            configuration: .init(requestsPerProject: 1, pageSize: [3, 10, 100][Int(seed % 3)]))
        let plan = BackfillPlan(
            instance: "law", projects: [.id(ProjectID(rawValue: project))], days: 12, now: Self.start,
            kinds: BackfillPlan.furtherKinds.union([.mergeRequest, .issue, .pipeline]))
        let churn = Mutex((churn: Churn(seed: seed, probability: 0.3), steps: 0))
        fake.beforeEachRequest { world in
            churn.withLock { state in
                state.churn.step(&world)
                state.steps += 1
                Self.change(&world, in: project, state.steps)
            }
        }
        for _ in 1...3 {
            _ = try await backfill.run(plan)
            time.advance(by: .seconds(45))
        }
        fake.beforeEachRequest(nil)
        time.advance(by: .seconds(600))
        #expect(try await backfill.run(plan).isCompleted)
        let records = await storage.records(matching: .all)[ProjectKey("law", project)]
        compare(records, with: fake.world, project, since: plan.since)
    }

    /// Refs and labels come and go.
    private static func change(_ world: inout World, in project: Int, _ step: Int) {
        if step.isMultiple(of: 5) { try? world.createBranch("churn/\(step)", in: project) }
        if step.isMultiple(of: 9) { try? world.deleteBranch("churn/\(step - step % 5 - 5)", in: project) }
        guard let user = world.objects(.users).last?["id"]?.intValue else { return }
        if step.isMultiple(of: 7) { try? world.createTag("churn-\(step)", in: project, by: user) }
        if step.isMultiple(of: 6), let iid = world.mergeRequestIIDs(in: project, state: "opened").first {
            try? world.setLabels(["step \(step)"], ofMergeRequest: iid, in: project, by: user)
        }
    }

    private func compare(
        _ records: ProjectRecords, with world: World, _ project: Int, since: Instant
    ) {
        let live = records.settled
        #expect(live.branches.map(\.id.name).sorted() == world.branchNames(in: project))
        #expect(live.tags.map(\.id.name).sorted() == world.tagNames(in: project))
        #expect(
            live.releases.map(\.id.name).sorted()
                == world.objects(.releases, in: project).compactMap { $0.text("tag_name") }.sorted())
        // GitLab hides comments on what was deleted or is confidential.
        let lost = world.objects(.events, in: project).filter { event in
            (event.instant("created_at") ?? since) >= since && event["note"] == nil
                && live.activityEvents[ActivityEventKey("law", event.number("id"))] == nil
        }
        #expect(lost.map { $0.text("action_name") ?? "" } == [])
        for job in world.objects(.jobs, in: project) {
            guard (job.instant("created_at") ?? .distantPast) >= since,
                case .object? = job["pipeline"]
            else { continue }
            let record = live.jobs[JobKey("law", job.number("id"))]
            #expect(record?.status?.value == job.text("status"))
            #expect(record?.timing?.value.finishedAt == job.instant("finished_at"))
        }
        expect(live.stateEvents, world.objects(.stateEvents), in: live)
        expect(live.labelEvents, world.objects(.labelEvents), in: live)
        expect(live.milestoneEvents, world.objects(.milestoneEvents), in: live)
    }

    /// Of every live subject that is known, exactly its events.
    private func expect<Change>(
        _ stored: RecordTable<SubjectEvent<Change>>, _ objects: [JSONValue], in live: ProjectRecords
    ) {
        let subjects = Set(live.mergeRequests.map(\.reference) + live.issues.map(\.reference))
        let wanted = objects.filter { object in
            let id = String(object.number("resource_id"))
            let kind: RecordKind = object.text("resource_type") == "Issue" ? .issue : .mergeRequest
            return subjects.contains(RecordReference(kind: kind, instance: "law", id: id))
        }
        #expect(Set(stored.map(\.id.id)) == Set(wanted.map { $0.number("id") }))
    }
}
