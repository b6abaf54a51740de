import FakeGitLab
import Foundation
import LoopbackServer
import Testing
import WireFormat

@Suite("GraphQL endpoint")
struct GraphQLServerTests {
    @Test("an instance below a path answers too; a GET asks as a POST does")
    func paths() throws {
        let inquirer = try Inquirer.small()
        let body: JSONValue = ["query": "{ metadata { version enterprise } }"]
        let expected: JSONValue = ["data": ["metadata": ["version": "18.11.1-ee", "enterprise": true]]]
        #expect(try inquirer.post(body, path: "/gitlab/api/graphql").json() == expected)
        let target = "/api/graphql?query=%7B%20metadata%20%7B%20version%20enterprise%20%7D%20%7D"
        #expect(try inquirer.post([:], path: target, method: "GET").json() == expected)
    }

    @Test("any trouble with the token is an invalid token; without one, what is public may be asked")
    func tokens() throws {
        var inquirer = try Inquirer.small()
        inquirer.fake.change { world in
            let user = world.addUser("scopeless")
            world.addToken("glpat-user", for: user, scopes: ["read_user"])
            world.addToken("glpat-old", for: user, expiresAt: Inquirer.end.addingTimeInterval(-86_400))
            world.addToken("glpat-gone", for: user, isRevoked: true)
        }
        for token in ["glpat-wrong", "glpat-user", "glpat-old", "glpat-gone"] {
            inquirer.token = token
            let reply = inquirer.post(["query": "{ metadata { version } }"])
            #expect(reply.status == 401)
            #expect(try reply.json() == ["errors": [["message": "Invalid token"]]])
        }
        inquirer.token = nil
        #expect(try inquirer.ask("{ currentUser { id } }") == ["data": ["currentUser": nil]])
    }

    @Test("what cannot be seen is null, without an error")
    func hidden() throws {
        var inquirer = try Inquirer.small()
        let path = try inquirer.json("projects/1")["path_with_namespace"] ?? .null
        let query = "query Q($p: ID!) { project(fullPath: $p) { id } group(fullPath: \"acme\") { id } }"
        inquirer.fake.change { $0.addToken("glpat-stranger", for: $0.addUser("stranger")) }
        inquirer.token = "glpat-stranger"
        #expect(try inquirer.ask(query, ["p": path]) == ["data": ["project": nil, "group": nil]])
        #expect(
            try inquirer.ask(#"{ mergeRequest(id: "gid://gitlab/MergeRequest/1") { title } }"#)
                == ["data": ["mergeRequest": nil]])
    }

    @Test("a guest of a private project sees its merge requests, but no pipelines, environments or commits")
    func guests() throws {
        var inquirer = try Inquirer.small()
        let path = try inquirer.json("projects/1")["path_with_namespace"] ?? .null
        inquirer.fake.change { world in
            let guest = world.addUser("guest")
            world.addMember(guest, toProject: 1, access: .guest)
            world.addToken("glpat-guest", for: guest)
        }
        inquirer.token = "glpat-guest"
        let query = """
            query Q($p: ID!) { project(fullPath: $p) {
              name mergeRequests(first: 1) { count } pipelines { count } environments { nodes { id } }
              repository { rootRef }
            } }
            """
        let project = try inquirer.data(query, ["p": path])["project"]
        #expect(project?["name"] != .null)
        #expect(project?["mergeRequests", "count"]?.intValue ?? 0 > 0)
        for key in ["pipelines", "environments", "repository"] { #expect(project?[key] == .null) }
    }

    @Test("a text of more than 10,000 characters, in one or several queries, is refused")
    func size() throws {
        let inquirer = try Inquirer.small()
        let text = "{ metadata { version } } #" + String(repeating: "x", count: 6000)
        #expect(inquirer.post(["query": .string(text)]).status == 200)
        for body: JSONValue in [
            ["query": .string(text + text)], [["query": .string(text)], ["query": .string(text)]],
        ] {
            let reply = inquirer.post(body)
            #expect(reply.status == 422)
            #expect(try reply.json() == ["errors": [["message": "Query too large"]]])
        }
    }

    @Test("variables must be an object, or text that holds one")
    func variables() throws {
        let inquirer = try Inquirer.small()
        let query: JSONValue = "query Q($t: String!) { echo(text: $t) }"
        let good = inquirer.post(["query": query, "variables": #"{"t": "x"}"#])
        #expect(try good.json()["data"]?["echo"]?.stringValue?.hasSuffix("says: x") == true)
        #expect(inquirer.post(["query": query, "variables": "no json"]).status == 422)
        #expect(inquirer.post(["query": query, "variables": [1]]).status == 422)
        let error = try inquirer.ask("query Q($t: String!) { echo(text: $t) }")["errors"]?[0]
        #expect(error?["message"] == "Variable $t of type String! was provided invalid value")
        #expect(error?["extensions", "problems"]?[0]?["explanation"] == "Expected value to not be null")
        let inner = try inquirer.ask(
            "query Q($p: ID!, $i: [String!]) { project(fullPath: $p) { mergeRequests(iids: $i) { count } } }",
            ["p": "a", "i": ["1", 2]])["errors"]?[0]
        #expect(
            inner?["message"]
                == "Variable $i of type [String!] was provided invalid value for 1 (Could not coerce value 2 to String)"
        )
    }

    @Test("several operations need a name; the log tells it")
    func operations() throws {
        let inquirer = try Inquirer.small()
        let text: JSONValue = "query A { metadata { version } } query B { __typename }"
        #expect(
            try inquirer.post(["query": text]).json()["errors"]?[0]?["message"]
                == "An operation name is required: A, B")
        #expect(
            try inquirer.post(["query": text, "operationName": "C"]).json()["errors"]?[0]?["message"]
                == #"No operation named "C""#)
        #expect(
            try inquirer.post(["query": text, "operationName": "B"]).json() == [
                "data": ["__typename": "Query"]
            ])
        #expect(inquirer.fake.log.counts["POST graphql B"] == 1)
        #expect(inquirer.fake.log.counts["POST graphql"] == 2)
    }

    @Test("timeouts come by plan, or by the rows a query reads")
    func timeouts() throws {
        let inquirer = try Inquirer.small()
        inquirer.fake.faults.add(.graphQLTimeout, at: "graphql", .once)
        let reply = inquirer.post(["query": "{ metadata { version } }"])
        #expect(reply.status == 503)
        let message = "Request timed out. Please try a less complex query or a smaller set of records."
        #expect(try reply.json() == ["errors": [["message": .string(message)]]])
        #expect(inquirer.post(["query": "{ metadata { version } }"]).status == 200)
        let slow = Inquirer(
            fake: FakeGitLab(world: inquirer.fake.world, time: VirtualTime(Inquirer.end), queryRowLimit: 20))
        let path = try inquirer.json("projects/1")["path_with_namespace"] ?? .null
        func status(_ first: Int) -> Int {
            slow.post([
                "query":
                    "query Q($p: ID!, $n: Int) { project(fullPath: $p) { mergeRequests(first: $n) { nodes { id } } } }",
                "variables": ["p": path, "n": .int(first)],
            ]).status
        }
        #expect(status(20) == 200)
        #expect(status(21) == 503)
    }

    @Test("a field that may be asked of one environment fails for the second, the rest stays")
    func oneEnvironment() throws {
        let inquirer = try Inquirer.small()
        let path = try inquirer.json("projects/1")["path_with_namespace"] ?? .null
        let answer = try inquirer.ask(
            "query Q($p: ID!) { project(fullPath: $p) { environments { nodes { name deployments(first: 1) { nodes { iid } } } } } }",
            ["p": path])
        let nodes = answer["data", "project", "environments", "nodes"]?.arrayValue ?? []
        #expect(nodes.count > 1)
        #expect(nodes.first?["deployments"]?.objectValue != nil)
        #expect(nodes.dropFirst().allSatisfy { $0["deployments"] == .null && $0["name"] != .null })
        #expect(
            answer["errors"]?[0] == [
                "message": "\"deployments\" field can be requested only for 1 Environment(s) at a time.",
                "locations": [["line": 1, "column": 72]],
                "path": ["project", "environments", "nodes", 1, "deployments"],
            ])
    }
}
