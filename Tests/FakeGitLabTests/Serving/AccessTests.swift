import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Who may see what")
struct AccessTests {
    /// A private project 1, a public project 2, and people of every kind.
    static func inquirer() throws -> Inquirer {
        var world = World(now: Inquirer.end)
        let group = world.addGroup("acme")
        for (path, visibility) in [("closed", "private"), ("open", "public")] {
            let project = try world.addProject(path, group: group, visibility: visibility)
            let author = world.addUser("author-\(path)")
            try world.openMergeRequest(in: project, by: author, title: "One", sourceBranch: "one")
        }
        for (name, access) in [
            ("guest", AccessLevel.guest), ("reporter", .reporter), ("developer", .developer),
        ] {
            let user = world.addUser(name)
            world.addMember(user, toProject: 1, access: access)
            world.addToken(name, for: user)
            world.addToken("\(name)-write", for: user, scopes: ["api"])
        }
        let stranger = world.addUser("stranger")
        world.addToken("stranger", for: stranger)
        world.addToken("user-only", for: stranger, scopes: ["read_user"])
        world.addToken("revoked", for: stranger, isRevoked: true)
        world.addToken("expired", for: stranger, expiresAt: Inquirer.end)
        world.addToken("expires-tomorrow", for: stranger, expiresAt: Inquirer.end + 86_400)
        return Inquirer(fake: FakeGitLab(world: world, time: VirtualTime(Inquirer.end)), token: nil)
    }

    @Test(
        "a token gets what its scope, its user's role and the project's visibility allow",
        arguments: [
            ("reporter", "projects/1", 200), ("reporter", "projects/1/pipelines", 200),
            ("guest", "projects/1/issues", 200), ("guest", "projects/1/merge_requests", 403),
            ("guest", "projects/1/pipelines", 403),
            ("guest", "projects/1/repository/commits", 403), ("guest", "projects/1/deployments", 403),
            ("guest", "projects/1/environments", 403), ("guest", "projects/2/pipelines", 200),
            ("stranger", "projects/1", 404), ("stranger", "projects/1/merge_requests/1/notes", 404),
            ("stranger", "projects/2/repository/commits", 200), ("stranger", "projects/77", 404),
            ("stranger", "projects/1/merge_requests/99", 404),
            ("reporter", "projects/1/merge_requests/99", 404),
            ("user-only", "user", 200), ("user-only", "projects", 403), ("user-only", "projects/2", 403),
            ("user-only", "personal_access_tokens/self", 200), ("user-only", "version", 200),
            ("revoked", "projects/2", 401), ("expired", "projects/2", 401), ("unknown", "projects/2", 401),
            ("expires-tomorrow", "projects/2", 200),
        ])
    func access(_ token: String, _ path: String, _ status: Int) throws {
        var inquirer = try Self.inquirer()
        inquirer.token = token
        #expect(inquirer.send("GET", path).status == status)
        inquirer.token = nil
        let bearer = inquirer.send("GET", path, headers: [("authorization", "Bearer \(token)")])
        #expect(bearer.status == status)
    }

    @Test("without a token only what is public answers")
    func anonymous() throws {
        let inquirer = try Self.inquirer()
        #expect(try inquirer.all("projects").compactMap { $0["id"]?.intValue } == [2])
        #expect(inquirer.send("GET", "projects/2/merge_requests").status == 200)
        #expect(inquirer.send("GET", "projects/1").status == 404)
        for path in ["user", "version", "personal_access_tokens/self"] {
            #expect(inquirer.send("GET", path).status == 401)
        }
    }

    @Test("a read-only token may not write, and is told the scope")
    func writing() throws {
        var inquirer = try Self.inquirer()
        inquirer.token = "developer"
        let path = "projects/1/merge_requests/1/notes"
        let refused = inquirer.send("POST", path, body: #"{"body":"Hello"}"#)
        #expect(refused.status == 403)
        #expect(try refused.json()["error"] == "insufficient_scope")
        #expect(try refused.json()["scope"] == "api")
        inquirer.token = "developer-write"
        let created = inquirer.send("POST", path, body: #"{"body":"Hello"}"#)
        #expect(created.status == 201)
        #expect(try inquirer.all(path).map { $0["body"] } == ["Hello"])
    }

    @Test("a project answers to its id and to its encoded path, and sends on from a former path")
    func paths() throws {
        var inquirer = try Self.inquirer()
        inquirer.token = "reporter"
        let byID = try inquirer.json("projects/1")
        #expect(try inquirer.json("projects/acme%2Fclosed") == byID)
        #expect(try inquirer.json("projects/ACME%2fClosed") == byID)
        #expect(try inquirer.json("groups/acme%2Fnone")["message"] == "404 Group Not Found")
        try inquirer.fake.change { try $0.moveProject(1, to: "renamed") }
        let moved = inquirer.send("GET", "projects/acme%2Fclosed/merge_requests?state=opened")
        #expect(moved.status == 301)
        #expect(
            moved.header("location") == "https://gitlab.test/api/v4/projects/1/merge_requests?state=opened")
        #expect(inquirer.send("GET", "projects/acme%2Frenamed").status == 200)
    }

    @Test("a wrong method is refused, an unknown route is not found")
    func routes() throws {
        var inquirer = try Self.inquirer()
        inquirer.token = "developer-write"
        #expect(inquirer.send("DELETE", "projects/1/merge_requests").status == 405)
        #expect(inquirer.send("GET", "projects/1/nonsense").status == 404)
    }
}
