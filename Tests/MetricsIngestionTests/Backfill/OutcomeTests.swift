import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing
import WireFormat

@Suite("What a backfill says of how it ended")
struct OutcomeTests {
    private func coverage(
        _ lab: Lab, _ kind: RecordKind
    ) async throws -> Set<CoverageRecord.Status> {
        let records = await lab.records
        return Set(
            records.projects.compactMap { key, records in
                records.coverage[.init(project: key, kind: kind)]?.extent.value.status
            })
    }

    @Test(
        "A token that GitLab does not accept stops everything at once",
        arguments: ["glpat-nobody-knows-this-one"])
    func badToken(token: String) async throws {
        let lab = try Lab(projects: 2)
        let error = await #expect(throws: IngestionError.self) {
            try await lab.backfill(token: token).run(lab.plan)
        }
        #expect(error?.code == .credential)
        #expect(error?.gitLab?.code == .invalidToken)
        #expect(lab.fake.requestCount == 1)
        #expect(error?.description.contains(token) == false)
    }

    @Test("A token that expires midway stops everything; what was read stays")
    func tokenExpires() async throws {
        let lab = try Lab(projects: 2)
        let expiring = InterceptingTransport(over: lab.network) {
            (number, _) async throws(GitLabError) in
            guard number > 30 else { return nil }
            return HTTPResponse(
                status: 401, headers: ["Content-Type": "application/json"],
                body: Data(
                    #"{"error":"invalid_token","error_description":"Token is expired. You can either do re-authorization or token refresh."}"#
                        .utf8))
        }
        let error = await #expect(throws: IngestionError.self) {
            try await lab.backfill(over: expiring).run(lab.plan)
        }
        #expect(error?.gitLab?.code == .expiredToken)
        #expect(await !lab.records.isEmpty)
        #expect(expiring.count < 45)
        #expect(try await lab.backfill().run(lab.plan).isCompleted)
        #expect(try await lab.fresh() == lab.records)
    }

    @Test("A project that is not there is unreachable, the others are read")
    func unreachable() async throws {
        var lab = try Lab()
        lab.plan.selections.append(.project("acme/not-here"))
        lab.plan.selections.append(.project(987_654))
        let outcome = try await lab.backfill().run(lab.plan)
        #expect(outcome.projects.count == 3)
        #expect(outcome.projects[0].outcome.isCompleted)
        for report in outcome.projects.dropFirst() {
            guard case .unreachable = report.outcome else {
                Issue.record("\(report.name) ended as \(report.outcome)")
                continue
            }
        }
        let missing = CoverageRecord.ID(project: ProjectKey("lab", 987_654), kind: .mergeRequest)
        #expect(await lab.records[missing.project].coverage[missing]?.extent.value.status == .unreachable)
    }

    @Test("A project that was renamed is one, known by both paths, and found by either")
    func renamed() async throws {
        var lab = try Lab()
        let id = try #require(lab.fake.world.projectIDs.first)
        let object = try #require(lab.fake.world.objects(.projects).first)
        let path = try #require(object["path_with_namespace"]?.stringValue)
        #expect(try await lab.backfill().run(lab.plan).isCompleted)
        try lab.fake.change { try $0.moveProject(id, to: "elsewhere") }
        lab.settle()
        #expect(try await lab.backfill().run(lab.plan).isCompleted)
        let records = await lab.records
        #expect(records.projects.count == 1)
        let record = try #require(records[ProjectKey("lab", id)].project.rows.first)
        #expect(record.wasMoved && record.paths == [path, "acme/elsewhere"].sorted())
        #expect(record.summary?.value.path == "acme/elsewhere")

        try lab.fake.change { try $0.deleteProject(id) }
        lab.settle()
        lab.plan.selections = [.project(.path(path))]
        let outcome = try await lab.backfill().run(lab.plan)
        #expect(outcome.projects.map(\.project) == [ProjectKey("lab", id)])
        #expect(await lab.records[ProjectKey("lab", id)].project.rows.allSatisfy(\.isGone))
    }

    @Test("A project that disappears after it was read keeps its records and is marked unreachable")
    func disappears() async throws {
        var lab = try Lab()
        let path = try #require(lab.fake.world.objects(.projects).first?["path_with_namespace"]?.stringValue)
        lab.plan.selections = [.project(.path(path))]
        #expect(try await lab.backfill().run(lab.plan).isCompleted)
        let before = await lab.records.count
        lab.fake.faults = FaultPlan([FaultRule(.notFound, at: "projects/**")])
        lab.settle()
        let outcome = try await lab.backfill().run(lab.plan)
        guard case .unreachable = outcome.projects.first?.outcome else {
            Issue.record("ended as \(outcome.projects)")
            return
        }
        #expect(try await coverage(lab, .mergeRequest) == [.unreachable])
        #expect(await lab.records.count == before)
        #expect(await lab.records.projects.values.allSatisfy { $0.project.rows.allSatisfy(\.isGone) })
        lab.fake.faults = FaultPlan()
        lab.settle()
        #expect(try await lab.backfill().run(lab.plan).isCompleted)
        #expect(try await coverage(lab, .mergeRequest) == [.complete])
        #expect(await lab.records.projects.values.allSatisfy { !$0.project.rows.contains(where: \.isGone) })
    }

    @Test("What is switched off is covered as such and is no failure")
    func featureOff() async throws {
        let lab = try Lab()
        lab.fake.faults = FaultPlan([FaultRule(.notFound, at: "projects/*/issues")])
        let outcome = try await lab.backfill().run(lab.plan)
        #expect(outcome.isCompleted)
        #expect(try await coverage(lab, .issue) == [.featureOff])
        #expect(try await coverage(lab, .mergeRequest) == [.complete])
    }

    @Test("What is forbidden is covered as such; the rest is read")
    func forbidden() async throws {
        let lab = try Lab()
        lab.fake.faults = FaultPlan([FaultRule(.forbidden, at: "projects/*/deployments")])
        let outcome = try await lab.backfill().run(lab.plan)
        guard case .partially(let failures) = outcome.projects.first?.outcome else {
            Issue.record("ended as \(outcome.projects)")
            return
        }
        #expect(failures.mapValues(\.code) == [.deployment: .forbidden])
        #expect(try await coverage(lab, .deployment) == [.forbidden])
        #expect(try await coverage(lab, .pipeline) == [.complete])
    }

    @Test("Children that are forbidden are asked for once, not for every merge request")
    func forbiddenChildren() async throws {
        var lab = try Lab(mergeRequests: 30)
        lab.configuration.requestsPerProject = 1
        lab.fake.faults = FaultPlan([FaultRule(.forbidden, at: "projects/*/merge_requests/*/approvals")])
        let counting = InterceptingTransport(over: lab.network)
        _ = try await lab.backfill(over: counting).run(lab.plan)
        #expect(counting.paths.filter { $0.hasSuffix("/approvals") }.count == 1)
        #expect(try await coverage(lab, .approvals) == [.forbidden])
        #expect(try await coverage(lab, .note) == [.complete])
        #expect(try await coverage(lab, .mergeRequest) == [.complete])
    }

    @Test(
        "A fault in one kind leaves the others whole and the coverage partial, until the next run",
        arguments: [Fault.internalServerError, .loginPage, .invalidJSON, .closedBeforeReply])
    func faultInOneKind(fault: Fault) async throws {
        let lab = try Lab()
        lab.fake.faults = FaultPlan([FaultRule(fault, at: "projects/*/pipelines")])
        let outcome = try await lab.backfill().run(lab.plan)
        guard case .partially(let failures) = outcome.projects.first?.outcome else {
            Issue.record("ended as \(outcome.projects)")
            return
        }
        #expect(Set(failures.keys) == [.pipeline])
        #expect(try await coverage(lab, .pipeline) == [.partial])
        lab.fake.faults = FaultPlan()
        #expect(try await lab.backfill().run(lab.plan).isCompleted)
        #expect(try await lab.fresh() == lab.records)
    }

    @Test("A row that cannot be understood is named, and asked for again by the next run")
    func unreadableRow() async throws {
        let lab = try Lab()
        lab.fake.faults = FaultPlan([
            FaultRule(.badElement, at: "projects/*/merge_requests", .requests(2...2)),
            FaultRule(.badElement, at: "projects/*/merge_requests/*/notes", .requests(1...4)),
            FaultRule(.badElement, at: "projects/*/repository/commits", .requests(1...1)),
        ])
        let outcome = try await lab.backfill().run(lab.plan)
        let report = try #require(outcome.projects.first)
        #expect(!report.outcome.isCompleted)
        #expect(report.skipped[.mergeRequest] == 1)
        #expect(report.skipped[.note, default: 0] > 0)
        lab.fake.faults = FaultPlan()
        lab.settle()
        let next = try await lab.backfill().run(lab.plan)
        #expect(next.isCompleted)
        #expect(try await lab.fresh() == lab.records)
    }

    @Test("A merge request deleted between its list and its notes is gone, not a failure")
    func deletedMeanwhile() async throws {
        let lab = try Lab()
        let world = lab.fake.world
        let project = try #require(world.projectIDs.first)
        let iid = try #require(world.mergeRequestIIDs(in: project, state: "opened").last)
        let suffix = "merge_requests/\(iid)/notes"
        let deleting = InterceptingTransport(over: lab.network) {
            (_, request) async throws(GitLabError) in
            if request.url.path.hasSuffix(suffix) {
                lab.fake.change { try? $0.deleteMergeRequest(iid, in: project) }
            }
            return nil
        }
        let outcome = try await lab.backfill(over: deleting).run(lab.plan)
        #expect(outcome.isCompleted)
        let settled = await lab.records[ProjectKey("lab", project)].settled
        #expect(!settled.mergeRequests.contains { $0.summary?.value.iid == Int64(iid) })
        #expect(try await coverage(lab, .note) == [.complete])
    }

    @Test("Progress goes up, counts every request, and ends with the run")
    func progress() async throws {
        let lab = try Lab(projects: 2)
        let counting = InterceptingTransport(over: lab.network)
        let (progress, reporter) = BackfillProgress.stream()
        let backfill = try lab.backfill(over: counting)
        async let outcome = backfill.run(lab.plan, reporting: reporter)
        var steps: [BackfillProgress] = []
        for await step in progress { steps.append(step) }
        let ended = try await outcome
        let last = try #require(steps.last)
        #expect(last.phase == .finished)
        #expect(last.projectsDone == 2 && last.projectsTotal == 2)
        #expect(abs(last.fractionCompleted - 1) < 1e-9)
        #expect(last.requests == counting.count && ended.requests == counting.count)
        #expect(
            zip(steps, steps.dropFirst()).allSatisfy { $0.fractionCompleted <= $1.fractionCompleted + 1e-9 })
        #expect(last.itemsDone > 0)
    }

    @Test(
        "Only the kinds that a plan asks for are kept, whichever way is read", arguments: ReadingWay.allCases)
    func restricted(way: ReadingWay) async throws {
        var lab = try Lab(way: way)
        lab.plan.kinds = [.mergeRequest, .issue]
        #expect(try await lab.backfill().run(lab.plan).isCompleted)
        for records in await lab.records.projects.values {
            #expect(!records.mergeRequests.isEmpty)
            for kind in [RecordKind.note, .approvals, .commit, .timeLog, .pipeline, .deployment, .listing] {
                #expect(records.count(of: kind) == 0, "\(kind)")
            }
        }
    }
}
