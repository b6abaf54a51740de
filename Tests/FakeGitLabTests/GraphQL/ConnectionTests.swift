import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("GraphQL pages")
struct ConnectionTests {
    private static let query = """
        query Page($p: ID!, $n: Int, $a: String, $s: MergeRequestSort) { project(fullPath: $p) {
          mergeRequests(first: $n, after: $a, sort: $s) { nodes { iid updatedAt mergedAt } pageInfo { hasNextPage endCursor hasPreviousPage } }
        } }
        """

    private func path(_ inquirer: Inquirer) throws -> JSONValue {
        try inquirer.json("projects/1")["path_with_namespace"] ?? .null
    }

    private func walk(_ inquirer: Inquirer, size: Int, sort: String, between: (Int) throws -> Void = { _ in })
        throws -> [Int]
    {
        var iids: [Int] = []
        var after: JSONValue = .null
        var page = 0
        while true {
            let connection = try inquirer.data(
                Self.query, ["p": try path(inquirer), "n": .int(size), "a": after, "s": .string(sort)])[
                    "project", "mergeRequests"]
            let nodes = connection?["nodes"]?.arrayValue ?? []
            #expect(nodes.count <= size)
            #expect(connection?["pageInfo", "hasPreviousPage"]?.boolValue == (page > 0))
            iids += nodes.compactMap { $0["iid"]?.stringValue.flatMap { Int($0) } }
            guard connection?["pageInfo", "hasNextPage"] == true else { return iids }
            after = connection?["pageInfo", "endCursor"] ?? .null
            page += 1
            try between(page)
        }
    }

    @Test(
        "every row comes once, in every order and page size",
        arguments: [
            "CREATED_ASC", "CREATED_DESC", "UPDATED_ASC", "UPDATED_DESC", "MERGED_AT_ASC", "MERGED_AT_DESC",
            "CLOSED_AT_ASC", "CLOSED_AT_DESC", "TITLE_ASC", "TITLE_DESC",
        ], [1, 7, 100])
    func once(sort: String, size: Int) throws {
        let inquirer = try Inquirer.small()
        let all = inquirer.fake.world.mergeRequestIIDs(in: 1)
        let walked = try walk(inquirer, size: size, sort: sort)
        #expect(walked.count == all.count)
        #expect(Set(walked) == Set(all))
        let reversed =
            sort.hasSuffix("ASC") ? sort.replacing("ASC", with: "DESC") : sort.replacing("DESC", with: "ASC")
        if sort.hasPrefix("CREATED") || sort.hasPrefix("UPDATED") || sort.hasPrefix("TITLE") {
            #expect(try walk(inquirer, size: 100, sort: reversed) == walked.reversed())
        }
    }

    @Test("under UPDATED_ASC no row is missed while rows move to the end", arguments: [3, 10])
    func moving(size: Int) async throws {
        let time = VirtualTime(Inquirer.end)
        let inquirer = try Inquirer.small(time: time)
        let all = inquirer.fake.world.mergeRequestIIDs(in: 1)
        let walked = try walk(inquirer, size: size, sort: "UPDATED_ASC") { page in
            inquirer.fake.change { world in
                world.now = Inquirer.end.addingTimeInterval(Double(page) * 90)
                guard let first = all.dropFirst(page % all.count).first else { return }
                _ = try? world.comment(on: first, in: 1, by: 2, body: "moved")
            }
        }
        #expect(Set(walked) == Set(all))
    }

    @Test("a page holds 100 rows at most, 100 when nothing is said, and threads 200 notes")
    func limits() throws {
        let inquirer = try Inquirer.small()
        inquirer.fake.change { world in
            let iid = (try? world.openMergeRequest(in: 1, by: 2, title: "Long", sourceBranch: "long")) ?? 0
            let first = (try? world.comment(on: iid, in: 1, by: 2, body: "0", type: "DiscussionNote")) ?? 0
            for number in 1..<250 { _ = try? world.reply(to: first, by: 2, body: String(number)) }
        }
        let query = """
            query Q($p: ID!) { project(fullPath: $p) { mergeRequests(first: 1, sort: CREATED_DESC) { nodes {
              notes { count nodes { id } } more: notes(first: 500) { nodes { id } }
              discussions { nodes { notes { count(limit: 99) nodes { id } } } }
            } } } }
            """
        let node = try inquirer.data(query, ["p": try path(inquirer)])["project", "mergeRequests", "nodes"]?[
            0]
        #expect(node?["notes", "nodes"]?.arrayValue?.count == 100)
        #expect(node?["more", "nodes"]?.arrayValue?.count == 100)
        #expect(node?["notes", "count"]?.intValue ?? 0 >= 250)
        let thread = node?["discussions", "nodes"]?.arrayValue?.last?["notes"]
        #expect(thread?["nodes"]?.arrayValue?.count == 200)
        #expect(thread?["count"] == 100)
    }

    @Test("the last rows come by `last`; `first` with `last`, and cursors of another order, are refused")
    func backward() throws {
        let inquirer = try Inquirer.small()
        func ask(_ arguments: String) throws -> JSONValue {
            try inquirer.ask(
                "query Q($p: ID!) { project(fullPath: $p) { mergeRequests(\(arguments)) { nodes { iid } pageInfo { endCursor hasPreviousPage hasNextPage } } } }",
                ["p": try path(inquirer)])
        }
        let all = inquirer.fake.world.mergeRequestIIDs(in: 1)
        let last = try ask("last: 2, sort: CREATED_ASC")["data", "project", "mergeRequests"]
        #expect(last?["nodes"] == .array(all.suffix(2).map { ["iid": .string(String($0))] }))
        #expect(last?["pageInfo", "hasPreviousPage"] == true)
        #expect(last?["pageInfo", "hasNextPage"] == false)
        let both = try ask("first: 1, last: 1")
        #expect(both["data", "project", "mergeRequests"] == .null)
        #expect(both["errors"]?[0]?["message"] == "Can only provide either `first` or `last`, not both")
        let cursor = try ask("first: 1, sort: CREATED_ASC")[
            "data", "project", "mergeRequests", "pageInfo", "endCursor"]
        let other = try ask("first: 1, sort: UPDATED_ASC, after: \"\(cursor?.stringValue ?? "")\"")
        #expect(other["errors"]?[0]?["message"] == "Please provide a valid cursor")
    }

    @Test(
        "filters choose what REST's choose",
        arguments: [
            ("state: merged", "state=merged"), ("state: opened, draft: false", "state=opened&wip=no"),
            ("iids: [\"1\", \"3\", \"999\"]", "iids[]=1&iids[]=3&iids[]=999"),
            ("updatedAfter: \"2025-12-20T00:00:00Z\"", "updated_after=2025-12-20T00:00:00Z"),
            ("createdBefore: \"2025-12-25T00:00:00Z\"", "created_before=2025-12-25T00:00:00Z"),
            ("mergedAfter: \"2025-12-25T00:00:00Z\"", "merged_after=2025-12-25T00:00:00Z"),
            ("authorUsername: \"edsger\"", "author_username=edsger"),
            ("targetBranches: [\"main\"]", "target_branch=main"),
        ])
    func filters(graphQL: String, rest: String) throws {
        let inquirer = try Inquirer.small()
        let data = try inquirer.data(
            "query Q($p: ID!) { project(fullPath: $p) { mergeRequests(\(graphQL)) { nodes { iid } } } }",
            ["p": try path(inquirer)])
        let iids = (data["project", "mergeRequests", "nodes"]?.arrayValue ?? []).compactMap {
            $0["iid"]?.stringValue
        }
        let expected = try inquirer.all("projects/1/merge_requests?per_page=100&\(rest)").compactMap {
            $0["iid"]?.intValue.map(String.init)
        }
        if !rest.hasPrefix("merged") { #expect(iids == expected) }
        #expect(Set(iids).isSubset(of: Set(inquirer.fake.world.mergeRequestIIDs(in: 1).map(String.init))))
    }

    @Test("a deployment's merge requests are those REST lists")
    func carried() throws {
        let inquirer = try Inquirer.small()
        let carrier = try #require(
            inquirer.fake.world.deploymentIDs(in: 1).first {
                !inquirer.fake.world.mergeRequestIDs(ofDeployment: $0).isEmpty
            })
        let data = try inquirer.data(
            "query Q($p: ID!, $d: String) { project(fullPath: $p) { mergeRequests(deploymentId: $d) { nodes { iid } } } }",
            ["p": try path(inquirer), "d": .string(String(carrier))])
        let iids = (data["project", "mergeRequests", "nodes"]?.arrayValue ?? []).compactMap {
            $0["iid"]?.stringValue
        }
        let rest = try inquirer.all("projects/1/deployments/\(carrier)/merge_requests").compactMap {
            $0["iid"]?.intValue.map(String.init)
        }
        #expect(Set(iids) == Set(rest))
        #expect(!iids.isEmpty)
    }
}
