import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Jobs of pipelines")
struct JobTests {
    /// A project with one pipeline of three stages; the clock stands where it has just begun.
    private static func stage() throws -> (world: World, project: Int, user: Int, pipeline: Int) {
        var world = World(now: Inquirer.end)
        let user = world.addUser("ada", name: "Ada Byron")
        let reader = world.addUser("metrics")
        let group = world.addGroup("acme")
        let project = try world.addProject("billing", group: group, creator: user)
        world.addMember(reader, toGroup: group, access: .reporter)
        world.addToken("glpat-fake-metrics-reader", for: reader)
        let pipeline = try world.createPipeline(in: project, by: user)
        for (name, stage, tests) in [("compile", "build", 0), ("unit", "test", 40), ("ui", "test", 20)] {
            try world.addJob(name, stage: stage, toPipeline: pipeline, tests: tests)
        }
        try world.addJob("publish", stage: "publish", toPipeline: pipeline, isManual: true)
        world.now += 10
        try world.startPipeline(pipeline)
        return (world, project, user, pipeline)
    }

    private static func jobs(_ world: World, _ query: String = "") throws -> [JSONValue] {
        let fake = FakeGitLab(world: world, time: VirtualTime(world.now))
        return try Inquirer(fake: fake).all("projects/1/pipelines/1/jobs\(query)")
    }

    private static func statuses(_ world: World, _ query: String = "") throws -> [String: String] {
        let pairs = try jobs(world, query).map {
            ($0["name"]?.stringValue ?? "", $0["status"]?.stringValue ?? "")
        }
        return Dictionary(pairs) { first, _ in first }
    }

    @Test("stages follow one another while a pipeline runs")
    func running() throws {
        let (world, _, _, _) = try Self.stage()
        #expect(
            try Self.statuses(world) == [
                "compile": "running", "unit": "created", "ui": "created", "publish": "manual",
            ])
    }

    @Test(
        "a success ends every job but the manual one, in the order of the stages, within the pipeline's time")
    func success() throws {
        var (world, _, _, pipeline) = try Self.stage()
        let began = world.now
        world.now += 600
        try world.finishPipeline(pipeline, status: "success", coverage: "91.5")
        let jobs = try Self.jobs(world)
        #expect(
            jobs.map { $0["id"]?.intValue }
                == jobs.map { $0["id"]?.intValue }.sorted { ($0 ?? 0) > ($1 ?? 0) })
        for job in jobs where job["status"] != "manual" {
            #expect(job["status"] == "success" && job["failure_reason"] == nil)
            let started = try #require(WireDate(job["started_at"]?.stringValue ?? "")?.date)
            let finished = try #require(WireDate(job["finished_at"]?.stringValue ?? "")?.date)
            #expect(began <= started && started < finished && finished <= world.now)
            let duration = try #require(job["duration"]?.doubleValue)
            #expect(abs(finished.timeIntervalSince(started) - duration) < 0.002)
        }
        let unit = jobs.first { $0["name"] == "unit" }
        let compile = jobs.first { $0["name"] == "compile" }
        #expect(unit?["coverage"]?.doubleValue == 91.5 && compile?["coverage"]?.isNull == true)
        #expect(
            (compile?["finished_at"]?.stringValue ?? "") <= (unit?["started_at"]?.stringValue ?? "?"))
    }

    @Test("what failed is tried again by a new job, and the list forgets the old one unless asked")
    func retry() throws {
        var (world, _, _, pipeline) = try Self.stage()
        world.now += 100
        try world.finishPipeline(pipeline, status: "failed")
        let failed = try Self.jobs(world, "?scope[]=failed")
        #expect(failed.count == 1 && failed[0]["failure_reason"] != nil)
        world.now += 60
        try world.retryPipeline(pipeline)
        world.now += 100
        try world.finishPipeline(pipeline, status: "success")
        #expect(Set(try Self.statuses(world).values) == ["success", "manual"])
        let all = try Self.jobs(world, "?include_retried=true")
        #expect(try all.count == Self.jobs(world).count + 1)
        #expect(try Self.jobs(world, "?include_retried=true&scope[]=failed").count == 1)
    }

    @Test("a child pipeline is reached by its bridge, and listed only for those who ask")
    func children() throws {
        var (world, _, _, pipeline) = try Self.stage()
        let child = try world.createDownstreamPipeline(of: pipeline, bridge: "docs")
        let inquirer = Inquirer(fake: FakeGitLab(world: world, time: VirtualTime(world.now)))
        let bridges = try inquirer.all("projects/1/pipelines/1/bridges")
        #expect(bridges.count == 1 && bridges[0]["name"] == "docs")
        #expect(bridges[0]["downstream_pipeline"]?["id"]?.intValue == child)
        #expect(try Self.jobs(world).allSatisfy { $0["downstream_pipeline"] == nil })
        #expect(try inquirer.all("projects/1/pipelines").map { $0["id"]?.intValue } == [pipeline])
        let children = try inquirer.all("projects/1/pipelines?source=parent_pipeline")
        #expect(children.map { $0["id"]?.intValue } == [child])
    }

    @Test("the report of tests adds up")
    func tests() throws {
        var (world, _, _, pipeline) = try Self.stage()
        world.now += 100
        try world.finishPipeline(pipeline, status: "success")
        let inquirer = Inquirer(fake: FakeGitLab(world: world, time: VirtualTime(world.now)))
        let report = try inquirer.json("projects/1/pipelines/1/test_report_summary")
        #expect(report["total"]?["count"] == 60 && report["total"]?["failed"] == 0)
        #expect(report["test_suites"]?.arrayValue?.map { $0["name"]?.stringValue } == ["unit", "ui"])
    }

    @Test("a project's jobs page by the last id, every one once while new ones arrive")
    func paging() throws {
        let inquirer = try Inquirer.small(projects: 1)
        let before = try inquirer.all("projects/1/jobs?per_page=100").compactMap { $0["id"]?.intValue }
        inquirer.fake.beforeEachRequest { world in
            if let id = try? world.createPipeline(in: 1, by: 1) {
                _ = try? world.addJob("late", stage: "test", toPipeline: id)
            }
        }
        let walked = try inquirer.all("projects/1/jobs?pagination=keyset&order_by=id&sort=desc&per_page=7")
        let ids = walked.compactMap { $0["id"]?.intValue }
        #expect(ids == ids.sorted(by: >) && Set(ids).count == ids.count)
        #expect(ids.filter { Set(before).contains($0) } == before)
        #expect(before.count > 100)
    }

    @Test("one job is found by its id, a bridge is not")
    func single() throws {
        var (world, _, _, pipeline) = try Self.stage()
        try world.createDownstreamPipeline(of: pipeline)
        let inquirer = Inquirer(fake: FakeGitLab(world: world, time: VirtualTime(world.now)))
        let ids = world.jobIDs(ofPipeline: pipeline)
        #expect(try inquirer.json("projects/1/jobs/\(ids[0])")["name"] == "compile")
        #expect(inquirer.send("GET", "projects/1/jobs/\(ids.last ?? 0)").status == 404)
        #expect(inquirer.send("GET", "projects/1/jobs/9999").status == 404)
        #expect(inquirer.send("GET", "projects/1/jobs?scope[]=nonsense").status == 400)
    }

    @Test("the scope of tags holds the latest pipeline of each")
    func tags() throws {
        var (world, project, user, _) = try Self.stage()
        try world.createTag("v1", in: project, by: user)
        _ = try world.createPipeline(in: project, ref: "v1", by: user)
        let latest = try world.createPipeline(in: project, ref: "v1", by: user)
        let inquirer = Inquirer(fake: FakeGitLab(world: world, time: VirtualTime(world.now)))
        let tagged = try inquirer.all("projects/1/pipelines?scope=tags")
        #expect(tagged.map { $0["id"]?.intValue } == [latest])
        #expect(try inquirer.json("projects/1/pipelines/\(latest)")["tag"] == true)
        #expect(try inquirer.all("projects/1/pipelines?scope=branches").count == 1)
    }

    @Test("a deployment's job is found among the project's")
    func deployable() throws {
        var (world, project, user, _) = try Self.stage()
        let environment = world.addEnvironment("production", in: project)
        try world.deploy(to: environment, by: user)
        let inquirer = Inquirer(fake: FakeGitLab(world: world, time: VirtualTime(world.now)))
        let deployable = try inquirer.json("projects/1/deployments/1")["deployable"]
        let id = try #require(deployable?["id"]?.intValue)
        #expect(try inquirer.json("projects/1/jobs/\(id)") == deployable)
    }
}
