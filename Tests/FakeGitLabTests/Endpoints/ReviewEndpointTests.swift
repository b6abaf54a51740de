import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Threads, reviewers and approval rules as REST serves them")
struct ReviewEndpointTests {
    static let one = "projects/1/merge_requests/1"

    @Test("the notes of all discussions are the notes of the merge request", arguments: [UInt64(3), 7])
    func discussions(seed: UInt64) throws {
        let inquirer = try Inquirer.small(seed: seed, projects: 1)
        for iid in inquirer.fake.world.mergeRequestIIDs(in: 1) {
            let path = "projects/1/merge_requests/\(iid)"
            let notes = try inquirer.all("\(path)/notes?sort=asc&order_by=created_at")
            let discussions = try inquirer.all("\(path)/discussions?per_page=3")
            let inside = discussions.flatMap { $0["notes"]?.arrayValue ?? [] }
            let id: (JSONValue) -> Int = { $0["id"]?.intValue ?? 0 }
            #expect(Set(inside.map(id)) == Set(notes.map(id)) && inside.count == notes.count)
            for discussion in discussions {
                let isLone = discussion["individual_note"] == true
                #expect(!isLone || discussion["notes"]?.arrayValue?.count == 1)
                let name = try #require(discussion["id"]?.stringValue)
                #expect(name.count == 40)
                #expect(try inquirer.json("\(path)/discussions/\(name)") == discussion)
            }
            #expect(inquirer.send("GET", "\(path)/discussions/none").status == 404)
        }
    }

    @Test("a thread is answered and resolved by who may")
    func threads() throws {
        var inquirer = try NoteEndpointTests.inquirer()
        try inquirer.fake.change { world in
            try world.comment(on: 1, in: 1, by: 4, body: "Why?", type: "DiscussionNote")
        }
        let id = try #require(inquirer.fake.world.discussionIDs(on: 1, in: 1).first)
        let path = "\(Self.one)/discussions/\(id)"
        inquirer.token = "reporter"
        #expect(inquirer.send("PUT", "\(path)?resolved=true").status == 403)
        let reply = inquirer.send("POST", "\(path)/notes", body: NoteEndpointTests.body("So"))
        #expect(try reply.status == 201 && reply.json()["type"] == "DiscussionNote")
        inquirer.token = "author"
        let resolved = inquirer.send("PUT", "\(path)?resolved=true")
        #expect(try resolved.status == 200 && resolved.json()["resolved"] == true)
        #expect(try resolved.json()["notes"]?.arrayValue?.count == 2)
        #expect(inquirer.send("PUT", path).status == 400)
        #expect(try inquirer.send("PUT", "\(path)?resolved=false").json()["resolved"] == false)
    }

    @Test("each negated filter lets through what its plain one leaves out")
    func negation() throws {
        let inquirer = try Inquirer.small(projects: 1, mergeRequests: 60)
        let path = "projects/1/merge_requests"
        let all = try inquirer.all(path)
        let author = try #require(all.first?["author"]?["id"]?.intValue)
        let username = try #require(all.first?["author"]?["username"]?.stringValue)
        let reviewers = all.compactMap { row -> Int? in row["reviewers"]?.arrayValue?.first?["id"]?.intValue }
        let reviewer = try #require(reviewers.first)
        for (name, value) in [
            ("author_id", String(author)), ("author_username", username), ("labels", "bug"),
            ("reviewer_id", String(reviewer)), ("assignee_id", String(author)), ("milestone", "none"),
        ] {
            let plain = try inquirer.all("\(path)?\(name)=\(value)").count
            let negated = try inquirer.all("\(path)?not[\(name)]=\(value)").count
            #expect(plain + negated == all.count, "\(name)")
            #expect(plain > 0, "\(name)")
        }
        let none = try inquirer.all("\(path)?reviewer_id=None").count
        #expect(try inquirer.all("\(path)?reviewer_id=Any").count + none == all.count)
        #expect(inquirer.send("GET", "\(path)?author_id=1&author_username=ada").status == 400)
    }

    @Test("the list of the whole instance holds the caller's own unless asked for more")
    func instanceList() throws {
        var inquirer = try NoteEndpointTests.inquirer()
        #expect(try inquirer.all("merge_requests").count == 1)
        inquirer.token = "reporter"
        #expect(try inquirer.all("merge_requests").isEmpty)
        #expect(try inquirer.all("merge_requests?scope=all").count == 1)
        #expect(try inquirer.all("merge_requests?scope=reviews_for_me").isEmpty)
        #expect(inquirer.send("GET", "merge_requests?scope=mine").status == 400)
        inquirer.token = "guest"
        #expect(try inquirer.all("merge_requests?scope=all").isEmpty)
        inquirer.token = nil
        #expect(inquirer.send("GET", "merge_requests").status == 401)
        #expect(try inquirer.all("merge_requests?scope=all").isEmpty)
    }

    @Test("views: few fields, labels as objects, and what one answer adds on request")
    func views() throws {
        let inquirer = try Inquirer.small(projects: 1)
        let path = "projects/1/merge_requests"
        let simple = try inquirer.all("\(path)?view=simple")
        #expect(
            simple.allSatisfy { object in
                Set(object.objectValue?.keys ?? []) == [
                    "id", "iid", "project_id", "title", "description", "state", "created_at", "updated_at",
                    "web_url",
                ]
            })
        let detailed = try inquirer.all("\(path)?with_labels_details=true&labels=any")
        #expect(!detailed.isEmpty && detailed.allSatisfy { $0["labels"]?[0]?["color"] != nil })
        let plain = try inquirer.json("\(path)/1")
        #expect(plain["diverged_commits_count"] == nil && plain["rebase_in_progress"] == nil)
        let more = try inquirer.json(
            "\(path)/1?include_diverged_commits_count=true&include_rebase_in_progress=true")
        #expect((more["diverged_commits_count"]?.intValue ?? -1) >= 0)
        #expect(more["rebase_in_progress"] == false)
    }

    @Test("a merge request of many notes, commits and pushes pages like any list")
    func manyPages() throws {
        let inquirer = try NoteEndpointTests.inquirer()
        try inquirer.fake.change { world in
            try world.push(130, to: 1, in: 1, by: 1)
            for number in 0..<130 {
                try world.comment(on: 1, in: 1, by: 1, body: "Comment \(number)")
                try world.push(1, to: 1, in: 1, by: 1)
            }
        }
        for (name, count) in [("notes", 261), ("discussions", 261), ("commits", 261), ("versions", 132)] {
            let pages = try inquirer.all("\(Self.one)/\(name)?per_page=100")
            #expect(pages.count == count, "\(name)")
            #expect(Set(pages.compactMap { $0["id"]?.serialized() }).count == count, "\(name)")
        }
        let versions = try inquirer.all("\(Self.one)/versions")
        let head = try inquirer.json(Self.one)["sha"]
        #expect(versions.first?["head_commit_sha"] == head && versions.allSatisfy { $0["diffs"] == nil })
    }

    @Test("the approval state says who may, who has and what is left; Free has none")
    func approvalState() throws {
        let inquirer = try NoteEndpointTests.inquirer()
        try inquirer.fake.change { world in
            world.requireApprovals(1, in: 1, name: "Owners", from: [6])
            world.requireApprovals(2, in: 1)
            try world.approve(1, in: 1, by: 6)
        }
        let state = try inquirer.json("\(Self.one)/approval_state")
        #expect(state["rules"]?.arrayValue?.map { $0["name"] } == ["Owners", "All Members"])
        #expect(state["rules"]?.arrayValue?.map { $0["approved"] } == [true, false])
        #expect(
            state["rules"]?.arrayValue?.map { $0["rule_type"] } == ["regular", "any_approver"])
        #expect(try inquirer.json("\(Self.one)/approvals")["approvals_left"] == 1)
        inquirer.fake.change { $0.tier = .free }
        #expect(inquirer.send("GET", "\(Self.one)/approval_state").status == 404)
    }
}
