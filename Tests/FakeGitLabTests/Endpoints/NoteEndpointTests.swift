import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Writing and reading notes")
struct NoteEndpointTests {
    static let path = "projects/1/merge_requests/1/notes"
    static let issue = "projects/1/issues/1/notes"

    /// A private project with an open merge request and an issue by `author`, and a token for each role.
    static func inquirer() throws -> Inquirer {
        var world = World(now: Inquirer.end)
        let project = try world.addProject("billing", group: world.addGroup("acme"))
        for (name, role) in [
            ("author", AccessLevel.developer), ("guest", .guest), ("reporter", .reporter),
            ("developer", .developer), ("maintainer", .maintainer), ("owner", .owner),
        ] {
            let user = world.addUser(name)
            world.addMember(user, toProject: project, access: role)
            world.addToken(name, for: user, scopes: ["api"])
        }
        try world.openMergeRequest(in: project, by: 1, title: "One", sourceBranch: "one")
        try world.openIssue(in: project, by: 1, title: "Down")
        return Inquirer(fake: FakeGitLab(world: world, time: VirtualTime(Inquirer.end)), token: "author")
    }

    static func body(_ text: String) -> String {
        String(decoding: JSONValue(["body": .string(text)]).serialized(), as: UTF8.self)
    }

    @Test("a note is made, read, changed and deleted", arguments: [path, issue])
    func life(path: String) throws {
        let inquirer = try Self.inquirer()
        let created = inquirer.send("POST", path, body: Self.body("Hello"))
        #expect(created.status == 201)
        let id = try #require(try created.json()["id"]?.intValue)
        #expect(try inquirer.json("\(path)/\(id)") == created.json())
        let updated = inquirer.send("PUT", "\(path)/\(id)", body: Self.body("Bye"))
        #expect(try updated.status == 200 && updated.json()["body"] == "Bye")
        #expect(inquirer.send("DELETE", "\(path)/\(id)").status == 204)
        #expect(inquirer.send("GET", "\(path)/\(id)").status == 404)
        #expect(try inquirer.all(path).isEmpty)
    }

    @Test(
        "comments are for their author and for Maintainers to change",
        arguments: [("reporter", 403), ("developer", 403), ("maintainer", 200), ("author", 200)])
    func editing(token: String, status: Int) throws {
        var inquirer = try Self.inquirer()
        let id = try #require(
            try inquirer.send("POST", Self.path, body: Self.body("Mine")).json()["id"]?.intValue)
        inquirer.token = token
        #expect(inquirer.send("PUT", "\(Self.path)/\(id)", body: Self.body("Yours")).status == status)
        let deleted = inquirer.send("DELETE", "\(Self.path)/\(id)").status
        #expect(deleted == (status == 200 ? 204 : 403))
    }

    @Test("system notes are for nobody to change")
    func systemNotes() throws {
        var inquirer = try Self.inquirer()
        inquirer.token = "owner"
        try inquirer.fake.change { try $0.approve(1, in: 1, by: 4) }
        let id = try #require(try inquirer.all(Self.path).first?["id"]?.intValue)
        #expect(inquirer.send("PUT", "\(Self.path)/\(id)", body: Self.body("x")).status == 403)
        #expect(inquirer.send("DELETE", "\(Self.path)/\(id)").status == 403)
    }

    @Test("internal notes are hidden from guests, whose pages are shorter for it")
    func internalNotes() throws {
        var inquirer = try Self.inquirer()
        let secret = inquirer.send("POST", Self.issue, body: #"{"body":"Psst","internal":true}"#)
        #expect(try secret.json()["internal"] == true)
        _ = inquirer.send("POST", Self.issue, body: Self.body("Hello"))
        let id = try #require(try secret.json()["id"]?.intValue)
        inquirer.token = "guest"
        let page = inquirer.send("GET", Self.issue)
        #expect(try page.json().arrayValue?.map { $0["body"] } == ["Hello"])
        #expect(page.header("X-Total") == "2")
        #expect(inquirer.send("GET", "\(Self.issue)/\(id)").status == 404)
        #expect(try inquirer.all("projects/1/issues/1/discussions").count == 1)
    }

    @Test("quick actions alone make no note, with a text they make one of the text")
    func quickActions() throws {
        let inquirer = try Self.inquirer()
        let commands = inquirer.send("POST", Self.path, body: Self.body("/label ~urgent\n/close"))
        #expect(commands.status == 202)
        #expect(try commands.json()["summary"] == ["Added ~urgent label.", "Closed this."])
        #expect(try commands.json()["id"] == nil)
        let request = try inquirer.json("projects/1/merge_requests/1")
        #expect(request["state"] == "closed" && request["labels"] == ["urgent"])
        let mixed = inquirer.send("POST", Self.path, body: Self.body("Again\n/reopen"))
        #expect(try mixed.status == 201 && mixed.json()["body"] == "Again")
        #expect(try inquirer.json("projects/1/merge_requests/1")["state"] == "opened")
        let code = inquirer.send("POST", Self.path, body: Self.body("```\n/close\n```"))
        #expect(code.status == 201)
        let unknown = inquirer.send("POST", Self.path, body: Self.body("/dance"))
        #expect(try unknown.status == 201 && unknown.json()["body"] == "/dance")
        #expect(inquirer.send("POST", Self.path, body: Self.body("/reopen")).status == 400)
    }

    @Test("only an owner writes into the past")
    func createdAt() throws {
        var inquirer = try Self.inquirer()
        let body = #"{"body":"Old","created_at":"2024-01-01T00:00:00.000Z"}"#
        #expect(
            try inquirer.send("POST", Self.path, body: body).json()["created_at"]
                != "2024-01-01T00:00:00.000Z")
        inquirer.token = "owner"
        #expect(
            try inquirer.send("POST", Self.path, body: body).json()["created_at"]
                == "2024-01-01T00:00:00.000Z")
    }

    @Test("what is no text is refused as GitLab does")
    func refusals() throws {
        var inquirer = try Self.inquirer()
        #expect(try inquirer.send("POST", Self.path, body: "{}").json() == ["error": "body is missing"])
        #expect(inquirer.send("POST", Self.path, body: Self.body("")).status == 400)
        let long = String(repeating: "a", count: 1_000_001)
        let refused = inquirer.send("POST", Self.path, body: Self.body(long))
        #expect(refused.status == 400)
        #expect(try refused.json()["message"]?.stringValue?.contains("too long") == true)
        inquirer.token = "guest"
        #expect(inquirer.send("POST", Self.path, body: Self.body("x")).status == 403)
        #expect(inquirer.send("POST", Self.issue, body: Self.body("x")).status == 201)
        inquirer.token = nil
        #expect(inquirer.send("GET", Self.path).status == 401)
    }
}
