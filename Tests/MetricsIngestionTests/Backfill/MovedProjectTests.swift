import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing
import WireFormat

/// Ids stay, paths and names do not: what was one thing stays one record.
@Suite("Projects and people that change their names")
struct MovedProjectTests {
    /// A lab read once, its first project, and that one's path then.
    private func readOnce(projects: Int = 2) async throws -> (
        lab: Lab, id: Int, key: ProjectKey, path: String
    ) {
        let lab = try Lab(projects: projects)
        #expect(try await lab.backfill().run(lab.plan).isCompleted)
        let id = try #require(lab.fake.world.projectIDs.first)
        let key = ProjectKey("lab", id)
        let path = try #require(await lab.records[key].project[key]?.summary?.value.path)
        lab.settle()
        return (lab, id, key, path)
    }

    private func expectOne(_ lab: Lab, _ key: ProjectKey, was path: String, then: String) async throws {
        let records = await lab.records
        #expect(records.projects.count == 2)
        let project = try #require(records[key].project[key])
        #expect(project.summary?.value.path == then)
        #expect(project.paths == [path, then].sorted() && project.wasMoved && !project.isGone)
        let fresh = try await lab.fresh()
        #expect(Set(records[key].mergeRequests.map(\.id)) == Set(fresh[key].mergeRequests.map(\.id)))
        #expect(Set(records[key].notes.map(\.id)) == Set(fresh[key].notes.map(\.id)))
    }

    @Test("A renamed project is one, known by both paths")
    func renamed() async throws {
        let (lab, id, key, path) = try await readOnce()
        try lab.fake.change { try $0.moveProject(id, to: "elsewhere") }
        #expect(try await lab.backfill().run(lab.plan).isCompleted)
        let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
        try await expectOne(lab, key, was: path, then: "\(folder)elsewhere")
    }

    @Test("A plan that names a former path finds the project where it is now")
    func formerPath() async throws {
        var (lab, id, key, path) = try await readOnce()
        try lab.fake.change { try $0.moveProject(id, to: "elsewhere") }
        lab.plan.selections = [.project(.path(path))]
        let redirecting = RedirectingTransport(over: lab.network)
        let outcome = try await lab.backfill(over: redirecting).run(lab.plan)
        #expect(outcome.isCompleted && outcome.projects.map(\.project) == [key])
        let project = try #require(await lab.records[key].project[key])
        #expect(project.wasMoved)
    }

    @Test("A project transferred out of the plan's group is followed by its id")
    func transferred() async throws {
        let (lab, id, key, path) = try await readOnce()
        let reader = try #require(
            lab.fake.world.objects(.users).first { $0["username"] == "metrics" }?["id"]?.intValue)
        try lab.fake.change { world in
            let group = world.addGroup("globex")
            world.addMember(reader, toGroup: group, access: .reporter)
            try world.transferProject(id, toGroup: group)
        }
        #expect(try await lab.backfill().run(lab.plan).isCompleted)
        let name = path[path.index(after: path.lastIndex(of: "/") ?? path.startIndex)...]
        let project = try #require(await lab.records[key].project[key])
        #expect(project.summary?.value.path == "globex/\(name)")
        #expect(project.paths == [path, "globex/\(name)"].sorted())
        lab.settle()
        let again = try await lab.backfill().run(lab.plan)
        #expect(again.isCompleted && again.projects.count == 2, "and stays with the plan")
    }

    @Test("A deleted project keeps its records, is marked as gone, and is asked for once")
    func deleted() async throws {
        let (lab, id, key, _) = try await readOnce()
        let before = await lab.records[key].mergeRequests.count
        try lab.fake.change { try $0.deleteProject(id) }
        let outcome = try await lab.backfill().run(lab.plan)
        #expect(outcome.projects.count == 2)
        guard case .unreachable = outcome.projects.first(where: { $0.project == key })?.outcome else {
            Issue.record("ended as \(outcome.projects)")
            return
        }
        let records = await lab.records[key]
        #expect(records.project[key]?.isGone == true)
        #expect(records.mergeRequests.count == before)
        lab.settle()
        let asked = InterceptingTransport(over: lab.network)
        #expect(try await lab.backfill(over: asked).run(lab.plan).isCompleted)
        #expect(!asked.paths.contains("projects/\(id)"))
    }

    @Test("A project hidden for a while comes back as the same one")
    func hidden() async throws {
        let (lab, id, key, _) = try await readOnce()
        let home = try #require(
            lab.fake.world.objects(.projects).first { $0["id"]?.intValue == id }?["namespace"]?["id"]?
                .intValue)
        try lab.fake.change { try $0.transferProject(id, toGroup: $0.addGroup("secret")) }
        _ = try await lab.backfill().run(lab.plan)
        #expect(await lab.records[key].project[key]?.isGone == true)
        lab.settle()
        try lab.fake.change { try $0.transferProject(id, toGroup: home) }
        lab.settle()
        #expect(try await lab.backfill().run(lab.plan).isCompleted)
        #expect(await lab.records[key].project[key]?.isGone == false)
        #expect(try await lab.fresh() == lab.records)
    }

    @Test("The work of a deleted user stays, as the ghost's")
    func deletedUser() async throws {
        let (lab, _, key, _) = try await readOnce()
        let leaver = try #require(
            lab.fake.world.objects(.mergeRequests, in: Int(key.id)).last {
                $0["author"]?["username"] != "ghost"
            }?[
                "author"]?["id"]?.intValue)
        let before = Set(await lab.records[key].mergeRequests.map(\.id))
        lab.fake.change { $0.deleteUser(leaver) }
        let fresh = try await lab.fresh()
        #expect(Set(fresh[key].mergeRequests.map(\.id)) == before)
        #expect(
            fresh[key].mergeRequests.allSatisfy { $0.author?.value?.id != Int64(leaver) })
    }

    @Test("A renamed user is one, under the new name")
    func renamedUser() async throws {
        let (lab, _, key, _) = try await readOnce()
        let authors = await lab.records[key].mergeRequests.compactMap { $0.author?.value }
        let author = try #require(authors.first { $0.username != "ghost" })
        try lab.fake.change { try $0.renameUser(Int(author.id), to: "quite-another") }
        let project = Int(key.id)
        try lab.fake.change { world in
            // Only what changes is read again.
            for iid in world.mergeRequestIIDs(in: project, state: "opened") {
                try world.comment(on: iid, in: project, by: Int(author.id), body: "It is me")
            }
        }
        #expect(try await lab.backfill().run(lab.plan).isCompleted)
        let users = await lab.records[key].users.filter { $0.id.id == author.id }
        #expect(users.rows.map(\.username?.value) == ["quite-another"])
    }

    @Test(
        "A merge request whose fork is lost stays, and says that it comes from nowhere",
        arguments: ReadingWay.allCases)
    func lostFork(way: ReadingWay) async throws {
        let lab = try Lab(way: way)
        let project = try #require(lab.fake.world.projectIDs.first)
        let iids = lab.fake.world.mergeRequestIIDs(in: project)
        let lost = Set(try #require(iids.isEmpty ? nil : iids.suffix(2)).map(Int64.init))
        try lab.fake.change { world in
            for iid in lost { try world.deleteFork(of: Int(iid), in: project) }
        }
        #expect(try await lab.backfill().run(lab.plan).isCompleted)
        let records = await lab.records[ProjectKey("lab", project)]
        #expect(records.mergeRequests.contains { lost.contains($0.summary?.value.iid ?? 0) })
        for record in records.mergeRequests {
            let summary = try #require(record.summary?.value)
            #expect((summary.sourceProject == nil) == lost.contains(summary.iid))
        }
    }
}
