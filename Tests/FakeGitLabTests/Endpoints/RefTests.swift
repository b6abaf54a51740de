import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Branches, tags and releases")
struct RefTests {
    /// A project with a merged, an unmerged and a protected branch, two kinds of tags and two releases.
    private static func inquirer(role: AccessLevel = .reporter) throws -> Inquirer {
        var world = World(now: Inquirer.end)
        let author = world.addUser("ada", name: "Ada Byron")
        let reader = world.addUser("metrics")
        let group = world.addGroup("acme")
        let project = try world.addProject("billing", group: group, creator: author)
        world.addMember(reader, toGroup: group, access: role)
        world.addToken("glpat-fake-metrics-reader", for: reader)
        try world.createBranch("done", in: project)
        world.now = Inquirer.end + 60
        world.commit(to: project, branch: "feature/open", title: "Try", author: author)
        try world.createTag("v1.9.0", in: project, message: "Nine", by: author)
        world.now = Inquirer.end + 120
        world.commit(to: project, branch: "main", title: "Go on", author: author)
        try world.createBranch("release/1.x", in: project)
        try world.protect("release/*", in: project)
        try world.createTag("v1.10.0", in: project, message: "Ten", by: author)
        try world.createTag("build-1", in: project, by: author)
        try world.createRelease(ofTag: "v1.9.0", in: project, description: "Good", by: author)
        try world.createRelease(
            ofTag: "v1.10.0", in: project, releasedAt: Inquirer.end + 86_400, by: author)
        return Inquirer(fake: FakeGitLab(world: world, time: VirtualTime(Inquirer.end + 180)))
    }

    private static func names(_ list: [JSONValue], _ key: String = "name") -> [String?] {
        list.map { $0[key]?.stringValue }
    }

    @Test("a branch is merged when main holds its tip, protected by a rule or as the default")
    func branches() throws {
        let branches = try Self.inquirer().all("projects/1/repository/branches")
        #expect(Self.names(branches) == ["done", "feature/open", "main", "release/1.x"])
        #expect(branches.map { $0["merged"]?.boolValue } == [true, false, false, true])
        #expect(branches.map { $0["protected"]?.boolValue } == [false, false, true, true])
        #expect(branches.map { $0["default"]?.boolValue } == [false, false, true, false])
        #expect(branches.allSatisfy { $0["can_push"] == false })
        let developer = try Self.inquirer(role: .developer).all("projects/1/repository/branches")
        #expect(developer.map { $0["can_push"]?.boolValue } == [true, true, false, false])
    }

    @Test(
        "branches are searched and sorted",
        arguments: [
            ("?search=^rel", ["release/1.x"]), ("?search=N", ["done", "feature/open", "main"]),
            ("?search=open$", ["feature/open"]), ("?regex=^(main|done)$", ["done", "main"]),
            ("?sort=updated_asc", ["done", "feature/open", "main", "release/1.x"]),
            ("?sort=updated_desc", ["release/1.x", "main", "feature/open", "done"]),
        ])
    func branchLists(_ query: String, _ wanted: [String]) throws {
        #expect(Self.names(try Self.inquirer().all("projects/1/repository/branches\(query)")) == wanted)
    }

    @Test("branches page by the last name too, every one once")
    func keyset() throws {
        let path = "projects/1/repository/branches?pagination=keyset&per_page=1"
        let all = try Self.inquirer().all(path)
        #expect(Self.names(all) == ["done", "feature/open", "main", "release/1.x"])
    }

    @Test("one branch is found by its encoded name")
    func branch() throws {
        let inquirer = try Self.inquirer()
        let branch = try inquirer.json("projects/1/repository/branches/feature%2Fopen")
        #expect(branch["commit"]?["title"] == "Try")
        #expect(inquirer.send("GET", "projects/1/repository/branches/nope").status == 404)
    }

    @Test("versions sort by their numbers, and only annotated tags have a time")
    func tags() throws {
        let inquirer = try Self.inquirer()
        let tags = try inquirer.all("projects/1/repository/tags?order_by=version&sort=asc")
        #expect(Self.names(tags) == ["build-1", "v1.9.0", "v1.10.0"])
        #expect(tags.map { $0["created_at"]?.isNull } == [true, false, false])
        #expect(tags.map { $0["target"] == $0["commit"]?["id"] } == [true, false, false])
        #expect(tags[1]["release"]?["description"] == "Good")
        #expect(tags[0]["release"]?.isNull == true)
        #expect(try inquirer.json("projects/1/repository/tags/v1.9.0")["message"] == "Nine")
        #expect(inquirer.send("GET", "projects/1/repository/tags/nope").status == 404)
    }

    @Test("a release lies ahead until its day comes")
    func releases() throws {
        let inquirer = try Self.inquirer()
        let releases = try inquirer.all("projects/1/releases")
        #expect(Self.names(releases, "tag_name") == ["v1.10.0", "v1.9.0"])
        #expect(releases.map { $0["upcoming_release"]?.boolValue } == [true, false])
        #expect(releases[1]["commit"]?["title"] == "Initial commit")
        #expect(try inquirer.json("projects/1/releases/v1.9.0")["description"] == "Good")
        #expect(inquirer.send("GET", "projects/1/releases/build-1").status == 404)
    }

    @Test("a guest sees releases without their commit, and nothing of the repository")
    func guests() throws {
        let guest = try Self.inquirer(role: .guest)
        let releases = try guest.all("projects/1/releases")
        #expect(releases.count == 2 && releases.allSatisfy { $0["commit"] == nil })
        #expect(guest.send("GET", "projects/1/repository/branches").status == 403)
        #expect(guest.send("GET", "projects/1/repository/tags").status == 403)
    }

    @Test("a range holds what its end has and its beginning has not")
    func range() throws {
        let inquirer = try Self.inquirer()
        let path = "projects/1/repository/commits?ref_name="
        #expect(Self.names(try inquirer.all("\(path)v1.9.0..main"), "title") == ["Go on"])
        #expect(Self.names(try inquirer.all("\(path)main..v1.9.0"), "title") == [])
        #expect(Self.names(try inquirer.all("\(path)v1.10.0"), "title") == ["Go on", "Initial commit"])
        #expect(inquirer.send("GET", "\(path)v1.9.0..nope").status == 404)
    }

    @Test("a commit is held by every branch and tag that reaches it")
    func refs() throws {
        let inquirer = try Self.inquirer()
        let sha = try #require(inquirer.fake.world.head(of: 1))
        let path = "projects/1/repository/commits/\(sha)/refs"
        let refs = try inquirer.all(path)
        #expect(Self.names(refs) == ["main", "release/1.x", "build-1", "v1.10.0"])
        #expect(Self.names(refs, "type") == ["branch", "branch", "tag", "tag"])
        #expect(try inquirer.all("\(path)?type=tag").count == 2)
        #expect(inquirer.send("GET", "\(path)?type=note").status == 400)
    }

    @Test("no commit stands before all its children in the topological order")
    func topological() throws {
        let inquirer = try Inquirer.small()
        let commits = try inquirer.all("projects/1/repository/commits?order=topo&per_page=100")
        let byDate = try inquirer.all("projects/1/repository/commits?per_page=100")
        #expect(Set(Self.names(commits, "id")) == Set(Self.names(byDate, "id")))
        var seen: Set<String> = []
        for commit in commits {
            for parent in commit["parent_ids"]?.arrayValue ?? [] {
                #expect(!seen.contains(parent.stringValue ?? ""))
            }
            seen.insert(commit["id"]?.stringValue ?? "")
        }
        let line = try inquirer.all("projects/1/repository/commits?first_parent=true&per_page=100")
        #expect(line.count <= commits.count && !line.isEmpty)
    }
}
