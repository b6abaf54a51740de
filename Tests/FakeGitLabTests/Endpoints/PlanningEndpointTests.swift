import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Endpoints of people and planning")
struct PlanningEndpointTests {
    static let inquirer = Result { try Inquirer.small(projects: 3, mergeRequests: 40) }

    private func ids(_ path: String) throws -> [Int] {
        try Self.inquirer.get().all(path).compactMap { $0["id"]?.intValue }
    }

    @Test(
        "a filter and its opposite let through everything, once",
        arguments: [
            ("projects/1/issues", ["confidential=true", "confidential=false"]),
            ("projects/1/issues", ["milestone=None", "milestone=Any"]),
            ("projects/1/issues", ["labels=bug", "not[labels]=bug"]),
            ("projects/1/issues", ["labels=None", "labels=Any"]),
            ("projects/1/issues", ["assignee_id=None", "assignee_id=Any"]),
            ("projects/1/issues", ["author_id=2", "not[author_id]=2"]),
            ("projects/1/issues", ["weight=None", "weight=Any"]),
            ("projects/1/issues", ["due_date=0", "due_date=any"]),
            ("projects/1/issues", ["state=opened", "state=closed"]),
            ("projects/1/issues", ["iids[]=1&iids[]=2", "not[iids]=1,2"]),
            ("groups/acme/issues", ["issue_type=issue", "issue_type=task", "issue_type=incident"]),
            ("issues?scope=all", ["due_date=overdue", "due_date=any&due_date=0"]),
            ("projects/1/milestones", ["state=active", "state=closed"]),
            ("groups/acme/projects?include_subgroups=true", ["archived=true", "archived=false"]),
            ("users", ["blocked=true", "active=true"]),
        ])
    func complements(_ list: String, _ parts: [String]) throws {
        let mark = list.contains("?") ? "&" : "?"
        let all = try ids(list)
        let found = try parts.map { try ids("\(list)\(mark)\($0)") }
        #expect(!all.isEmpty)
        if !parts.contains(where: { $0.hasPrefix("due_date=overdue") }) {
            #expect(found.flatMap(\.self).sorted() == all.sorted())
        }
        for part in found { #expect(Set(part).count == part.count && Set(part).isSubset(of: all)) }
    }

    @Test(
        "sorted lists agree with their column, what has no value last",
        arguments: ["due_date", "weight", "updated_at", "created_at", "title"], ["asc", "desc"])
    func sorted(_ key: String, _ sort: String) throws {
        let rows = try Self.inquirer.get().all("groups/acme/issues?order_by=\(key)&sort=\(sort)")
        let values = rows.compactMap { $0[key] }.filter { $0 != .null }
        let texts = values.map { $0.intValue.map { String(100 + $0) } ?? $0.stringValue ?? "" }
        #expect(texts == (sort == "asc" ? texts.sorted() : texts.sorted(by: >)))
        #expect(rows.prefix(values.count).allSatisfy { $0[key] != .null })
    }

    @Test(
        "keyset paging gives the same rows as offset paging",
        arguments: ["created_at", "updated_at", "id", "weight", "due_date"])
    func keyset(_ key: String) throws {
        let query = "order_by=\(key)&sort=asc&per_page=3"
        #expect(
            try ids("groups/acme/issues?pagination=keyset&\(query)") == ids("groups/acme/issues?\(query)"))
    }

    @Test("an order that keyset paging lacks is refused")
    func keysetOrder() throws {
        let reply = try Self.inquirer.get().send(
            "GET", "projects/1/issues?pagination=keyset&order_by=popularity")
        #expect(reply.status == 405)
    }

    @Test("who works in a project by whatever way is there once, with the highest role")
    func members() throws {
        let inquirer = try Self.inquirer.get()
        let direct = try inquirer.all("projects/1/members")
        let all = try inquirer.all("projects/1/members/all")
        let group = try inquirer.all("groups/acme/members")
        let ids = all.compactMap { $0["id"]?.intValue }
        #expect(Set(ids).count == ids.count && ids == ids.sorted())
        for member in direct + group {
            let id = try #require(member["id"]?.intValue)
            let found = try #require(all.first { $0["id"]?.intValue == id })
            #expect((found["access_level"]?.intValue ?? 0) >= (member["access_level"]?.intValue ?? 0))
            #expect(
                found["access_level"]?.intValue
                    == inquirer.fake.world.access(of: id, toProject: 1).rawValue)
        }
        #expect(!all.contains { $0["username"] == "temp" }, "a membership that has ended")
        let one = try inquirer.all("projects/1/members/all?user_ids[]=\(ids[0])&user_ids[]=\(ids[1])")
        #expect(one.compactMap { $0["id"]?.intValue } == Array(ids.prefix(2)))
        #expect(try inquirer.all("projects/1/members/all?query=gUs").map { $0["username"] } == ["gus"])
    }

    @Test(
        "a renamed user has the new name everywhere and the old one nowhere; a blocked one is shown as such")
    func renamed() throws {
        let world = try Self.inquirer.get().fake.world
        let text = { (kind: World.Kind) in String(decoding: world.json(kind), as: UTF8.self) }
        for kind in World.Kind.allCases { #expect(!text(kind).contains("\"noor\""), "\(kind)") }
        #expect(text(.issueNotes).contains("\"noor-after\""))
        let blake = world.objects(.issueNotes).map { $0["author"] }.filter { $0?["username"] == "blake" }
        #expect(!blake.isEmpty && blake.allSatisfy { $0?["state"] == "blocked" })
    }

    @Test("a moved issue is closed and points to its copy, which has its notes")
    func moved() throws {
        let inquirer = try Self.inquirer.get()
        let issues = try inquirer.all("groups/acme/issues")
        let old = try #require(issues.first { $0["moved_to_id"] != .null })
        let copy = try #require(issues.first { $0["id"] == old["moved_to_id"] })
        #expect(old["state"] == "closed" && copy["project_id"] == 2 && copy["title"] == old["title"])
        func bodies(_ issue: JSONValue) throws -> [String] {
            let project = issue["project_id"]?.intValue ?? 0, iid = issue["iid"]?.intValue ?? 0
            return try inquirer.all("projects/\(project)/issues/\(iid)/notes?sort=asc&order_by=created_at")
                .compactMap { $0["body"]?.stringValue }
        }
        #expect(try bodies(old).dropLast() == bodies(copy).dropLast())
        #expect(try bodies(copy).last?.hasPrefix("moved from acme/") == true)
    }

    @Test("guests see no confidential issue, neither in lists nor by number, unless it is theirs")
    func confidential() throws {
        let inquirer = try Inquirer.small()
        var guest = inquirer
        guest.token = "guest"
        let (mine, other) = try inquirer.fake.change { world in
            let gus = world.addUser("guest")
            world.addMember(gus, toProject: 1, access: .guest)
            world.addToken("guest", for: gus)
            let mine = try world.openIssue(in: 1, by: gus, title: "Mine")
            let other = try world.openIssue(in: 1, by: 2, title: "Others'")
            for iid in [mine, other] { try world.setConfidential(true, issue: iid, in: 1, by: 2) }
            return (mine, other)
        }
        let seen = try guest.all("projects/1/issues")
        #expect(seen.filter { $0["confidential"] == true }.map { $0["iid"]?.intValue } == [mine])
        #expect(guest.send("GET", "projects/1/issues/\(mine)").status == 200)
        #expect(guest.send("GET", "projects/1/issues/\(other)").status == 404)
        #expect(guest.send("GET", "projects/1/issues/\(other)/time_stats").status == 404)
        #expect(inquirer.send("GET", "projects/1/issues/\(other)").status == 200)
    }

    @Test("an issue's merge requests are those that name it")
    func closing() throws {
        let inquirer = try Self.inquirer.get()
        for iid in 1...9 {
            let requests = try inquirer.all("projects/1/merge_requests").filter {
                $0["description"]?.stringValue?.hasPrefix("Closes #\(iid)\n") == true
            }
            let reply = inquirer.send("GET", "projects/1/issues/\(iid)/closed_by?per_page=100")
            guard reply.status == 200 else { continue }
            let found = try reply.json().arrayValue?.compactMap { $0["id"]?.intValue } ?? []
            #expect(Set(found) == Set(requests.compactMap { $0["id"]?.intValue }))
            let related = try ids("projects/1/issues/\(iid)/related_merge_requests")
            #expect(Set(found).isSubset(of: related))
        }
    }

    @Test("a label's counts are those of the lists it filters")
    func counts() throws {
        let inquirer = try Self.inquirer.get()
        let labels = try inquirer.all("projects/1/labels?with_counts=true")
        #expect(labels.count > 3 && labels.contains { $0["is_project_label"] == false })
        for label in labels {
            let name = try #require(label["name"]?.stringValue)
            let query = "labels=\(name.replacing(" ", with: "%20"))"
            for (key, list) in [
                ("open_issues_count", "issues?state=opened"), ("closed_issues_count", "issues?state=closed"),
                ("open_merge_requests_count", "merge_requests?state=opened"),
            ] {
                #expect(try ids("projects/1/\(list)&\(query)").count == label[key]?.intValue)
            }
        }
        #expect(
            labels.map { $0["name"]?.stringValue ?? "" }
                == labels.compactMap { $0["name"]?.stringValue }.sorted())
    }

    @Test("what lies in a milestone is what says so")
    func milestones() throws {
        let inquirer = try Self.inquirer.get()
        let milestones = try inquirer.all("projects/1/milestones?include_ancestors=true")
        #expect(
            milestones.contains { $0["group_id"] != nil } && milestones.contains { $0["project_id"] != nil })
        let dates = milestones.map { $0["due_date"]?.stringValue ?? "~" }
        #expect(dates == dates.sorted())
        for milestone in milestones {
            let id = try #require(milestone["id"]?.intValue)
            let owner = milestone["group_id"] == nil ? "projects/1" : "groups/acme"
            for kind in ["issues", "merge_requests"] {
                let listed = try ids("\(owner)/milestones/\(id)/\(kind)")
                let saying = try inquirer.all("\(owner)/\(kind)?scope=all").filter {
                    $0["milestone"]?["id"]?.intValue == id
                }
                #expect(Set(listed) == Set(saying.compactMap { $0["id"]?.intValue }))
            }
            #expect(try inquirer.json("\(owner)/milestones/\(id)") == milestone)
            for issue in try inquirer.all("\(owner)/milestones/\(id)/issues") {
                #expect(
                    issue["references"] == nil && issue["time_stats"] != nil, "issues are listed in brief")
            }
        }
    }

    @Test("a user's events are those of the projects' that the user did")
    func events() throws {
        let inquirer = try Self.inquirer.get()
        let projects = try ids("projects")
        let all = try projects.flatMap { try inquirer.all("projects/\($0)/events") }
        let mine = all.filter { $0["author_id"] == 3 }
        #expect(!mine.isEmpty)
        #expect(Set(try ids("users/3/events")) == Set(mine.compactMap { $0["id"]?.intValue }))
        #expect(try ids("users/edsger/events").count > 0)
        #expect(inquirer.send("GET", "users/nobody/events").status == 404)
        var anonymous = inquirer
        anonymous.token = nil
        #expect(anonymous.send("GET", "events").status == 401)
    }

    @Test(
        "what makes no sense is refused",
        arguments: [
            "projects/1/issues?assignee_id=x", "projects/1/issues?due_date=someday",
            "projects/1/issues?weight=heavy", "issues?scope=theirs", "projects/1/milestones?state=ajar",
            "projects/1/members?user_ids[]=x",
        ])
    func refusals(_ path: String) throws {
        #expect(try Self.inquirer.get().send("GET", path).status == 400)
    }
}
