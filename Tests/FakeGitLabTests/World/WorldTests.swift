import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Changes have GitLab's side effects")
struct WorldTests {
    /// A world with one open merge request, `!1` of project 1, and the clock that moves it.
    static func inquirer() throws -> (Inquirer, VirtualTime) {
        let time = VirtualTime(Inquirer.end)
        var world = World(now: Inquirer.end)
        let users = ["ada", "grace", "metrics"].map { world.addUser($0) }
        let project = try world.addProject("billing", group: world.addGroup("acme"))
        for user in users { world.addMember(user, toProject: project, access: .developer) }
        world.addToken("glpat-fake-metrics-reader", for: users[2])
        try world.openMergeRequest(in: project, by: users[0], title: "Draft: One", sourceBranch: "one")
        return (Inquirer(fake: FakeGitLab(world: world, time: time)), time)
    }

    static let request = "projects/1/merge_requests/1"

    @Test("a note touches updated_at at most once a minute")
    func throttledTouch() async throws {
        let (inquirer, time) = try Self.inquirer()
        func updated() throws -> JSONValue? { try inquirer.json(Self.request)["updated_at"] }
        let created = try updated()
        try await time.sleep(for: .seconds(59))
        try inquirer.fake.change { _ = try $0.comment(on: 1, in: 1, by: 2, body: "Early") }
        #expect(try updated() == created)
        try await time.sleep(for: .seconds(1))
        try inquirer.fake.change { try $0.approve(1, in: 1, by: 2) }
        let touched = try updated()
        #expect(touched != created)
        try await time.sleep(for: .seconds(30))
        try inquirer.fake.change { try $0.unapprove(1, in: 1, by: 2) }
        #expect(try updated() == touched)
        try inquirer.fake.change { try $0.setDraft(false, of: 1, in: 1, by: 1) }
        #expect(try updated() != touched, "an edit is no touch")
        #expect(try inquirer.json(Self.request)["user_notes_count"] == 1)
    }

    @Test("a withdrawn approval lives on in system notes only")
    func unapproval() throws {
        let (inquirer, _) = try Self.inquirer()
        try inquirer.fake.change { world in
            try world.approve(1, in: 1, by: 2)
            try world.unapprove(1, in: 1, by: 2)
        }
        #expect(try inquirer.json("\(Self.request)/approvals")["approved_by"] == [])
        let notes = try inquirer.all("\(Self.request)/notes?sort=asc").map { $0["body"] }
        #expect(notes == ["approved this merge request", "unapproved this merge request"])
    }

    @Test("deleting leaves no trace but absence")
    func deletion() throws {
        let (inquirer, _) = try Self.inquirer()
        try inquirer.fake.change { world in
            let note = try world.comment(on: 1, in: 1, by: 2, body: "Gone soon")
            try world.deleteNote(note)
        }
        #expect(try inquirer.all("\(Self.request)/notes") == [])
        #expect(try inquirer.json(Self.request)["user_notes_count"] == 0)
        try inquirer.fake.change { try $0.deleteMergeRequest(1, in: 1) }
        #expect(inquirer.send("GET", Self.request).status == 404)
        try inquirer.fake.change { world in
            _ = try world.openMergeRequest(in: 1, by: 1, title: "Two", sourceBranch: "two")
        }
        #expect(
            try inquirer.all("projects/1/merge_requests").map { $0["iid"] } == [2], "numbers never return")
    }

    @Test(
        "each merge method leaves its own SHAs",
        arguments: [
            (MergeMethod.merge, false, true, false), (.merge, true, true, true),
            (.semiLinear, false, true, false),
            (.fastForward, false, false, false), (.fastForward, true, false, true),
        ])
    func mergeMethods(_ method: MergeMethod, _ squash: Bool, _ hasMergeCommit: Bool, _ hasSquashCommit: Bool)
        throws
    {
        var world = World(now: Inquirer.end)
        let user = world.addUser("ada")
        let project = try world.addProject("billing", group: world.addGroup("acme"), mergeMethod: method)
        world.addMember(user, toProject: project, access: .developer)
        world.addToken("glpat-fake-metrics-reader", for: user)
        for title in ["One", "Two"] {
            try world.openMergeRequest(in: 1, by: user, title: title, sourceBranch: title, isSquash: squash)
        }
        for iid in [1, 2] { try world.merge(iid, in: project, by: user) }
        let inquirer = Inquirer(fake: FakeGitLab(world: world, time: VirtualTime(Inquirer.end)))
        let merged = try inquirer.json("projects/1/merge_requests/2")
        #expect((merged["merge_commit_sha"]?.stringValue != nil) == hasMergeCommit)
        #expect((merged["squash_commit_sha"]?.stringValue != nil) == hasSquashCommit)
        let keys = ["merge_commit_sha", "squash_commit_sha", "sha"]
        let candidates = keys.compactMap { merged[$0]?.stringValue }
        let landed = try #require(candidates.first)
        let main = try inquirer.all("projects/1/repository/commits").compactMap { $0["id"]?.stringValue }
        #expect(main.contains(landed))
        #expect(Set(main).count == main.count)
        let head = try inquirer.json("projects/1/repository/commits/main")
        #expect(head["parent_ids"]?.arrayValue?.count == (hasMergeCommit ? 2 : 1))
    }

    @Test("a rollback carries nothing, and what follows carries only what is new")
    func rollback() throws {
        let (inquirer, _) = try Self.inquirer()
        let carried = try inquirer.fake.change { world in
            let production = world.addEnvironment("production", in: 1)
            let before = world.head(of: 1)
            try world.merge(1, in: 1, by: 1)
            let first = try world.deploy(to: production, by: 1)
            let rollback = try world.deploy(to: production, sha: before, by: 1)
            try world.openMergeRequest(in: 1, by: 1, title: "Two", sourceBranch: "two")
            try world.merge(2, in: 1, by: 1)
            let failed = try world.deploy(to: production, by: 1, status: "failed")
            let second = try world.deploy(to: production, by: 1)
            return [first, rollback, failed, second].map { world.mergeRequestIDs(ofDeployment: $0) }
        }
        #expect(carried == [[1], [], [], [2]])
        #expect(try inquirer.json(Self.request)["first_deployed_to_production_at"] != .null)
    }

    @Test("a deleted author becomes the ghost everywhere")
    func ghost() throws {
        let (inquirer, _) = try Self.inquirer()
        inquirer.fake.change { $0.deleteUser(1) }
        #expect(try inquirer.json(Self.request)["author"]?["username"] == "ghost")
    }
}
