import FakeGitLab
import Testing
import WireFormat

/// Scores worked out by hand from GitLab's rules.
@Suite("GraphQL complexity")
struct ComplexityTests {
    static let hand: [(query: String, score: Int)] = [
        // queryComplexity and its score.
        ("{ queryComplexity { score } }", 2),
        // A resolver's field that is no connection costs 1, as any other.
        (#"{ queryComplexity { score } project(fullPath: "a") { id name } }"#, 5),
        // mergedAt and closedAt cost 5 each, what asks Gitaly 2.
        (
            #"{ queryComplexity { score } project(fullPath: "a") { mergeRequest(iid: "1") { mergedAt closedAt diffHeadSha id } } }"#,
            2 + 1 + 1 + 5 + 5 + 2 + 1
        ),
        // A connection behind a resolver: (nodes 1 + id 1 + resolver 1) × 2 with the default page of 100, and one more in
        // the brackets for `sort`, whose default counts as if it had been sent.
        (
            #"{ queryComplexity { score } project(fullPath: "a") { mergeRequests { nodes { id } } } }"#,
            2 + 1 + 8
        ),
        // … × 1.5 with 50, rounded down, and one more for `sort`: (3 + 1) × 1.5.
        (
            #"{ queryComplexity { score } project(fullPath: "a") { mergeRequests(first: 50, sort: UPDATED_ASC) { nodes { id } } } }"#,
            2 + 1 + 6
        ),
        // `search` costs 5: (3 + 5) × 1.1 = 8.8.
        (
            #"{ queryComplexity { score } project(fullPath: "a") { mergeRequests(first: 10, search: "x", sort: null) { nodes { id } } } }"#,
            2 + 1 + 8
        ),
        // Issues by label cost 2: (3 + 2) × 2.
        (
            #"{ queryComplexity { score } project(fullPath: "a") { issues(first: 100, labelName: ["x"], sort: null) { nodes { id } } } }"#,
            2 + 1 + (1 + 1 + 1 + 2) * 2
        ),
        // No multiplication when rows are named.
        (
            #"{ queryComplexity { score } project(fullPath: "a") { mergeRequests(iids: ["1"], sort: null) { nodes { id } } } }"#,
            2 + 1 + 3
        ),
        // A connection without a resolver is not multiplied: commits ask Gitaly.
        (
            #"{ queryComplexity { score } project(fullPath: "a") { mergeRequest(iid: "1") { commits(first: 100) { nodes { sha } pageInfo { endCursor } } approvedBy { nodes { id } } } } }"#,
            2 + 1 + 1 + (2 + 1 + 1 + 1 + 1) + (1 + 1 + 1)
        ),
        // An explicit cost stays what it is, resolver or not: labels 5.
        (
            #"{ queryComplexity { score } project(fullPath: "a") { mergeRequest(iid: "1") { labels(first: 20) { nodes { title } } reviewers { nodes { id } } } } }"#,
            2 + 1 + 1 + (5 + 1 + 1) + (5 + 1 + 1)
        ),
        // Connections inside connections: notes (1 + 3 + 1) × 1.2 = 6, then (1 + 1 + 6 + 1) × 1.5 = 13.
        (
            #"{ queryComplexity { score } project(fullPath: "a") { mergeRequests(first: 50, sort: null) { nodes { id notes(first: 20) { nodes { id createdAt system } } } } } }"#,
            2 + 1 + 13
        ),
        // Fields of one key count once; a fragment counts where it is spread; what is skipped not at all.
        (
            #"{ queryComplexity { score } project(fullPath: "a") { id id ...F } project(fullPath: "a") { name @skip(if: true) path } } fragment F on Project { id webUrl }"#,
            2 + 1 + 3
        ),
    ]

    @Test("the score is what the rules add up to", arguments: hand.indices)
    func scores(index: Int) throws {
        let row = Self.hand[index]
        let data = try Inquirer.small().data(row.query)
        #expect(data["queryComplexity", "score"]?.intValue == row.score)
    }

    @Test("variables count with their values")
    func variables() throws {
        let query =
            #"query Q($n: Int) { queryComplexity { score } project(fullPath: "a") { pipelines(first: $n) { nodes { id } } } }"#
        let inquirer = try Inquirer.small()
        #expect(try inquirer.data(query, ["n": 100])["queryComplexity", "score"] == 9)
        #expect(try inquirer.data(query, ["n": 50])["queryComplexity", "score"] == 7)
        #expect(try inquirer.data(query)["queryComplexity", "score"] == 9)
    }

    @Test("limits are 200 for nobody, 250 for a user, 300 for an administrator")
    func limits() throws {
        var world = try Inquirer.world(
            .init(seed: 7, projects: 1, mergeRequestsPerProject: 5, days: 10, end: Inquirer.end))
        world.addToken("glpat-admin", for: world.addUser("boss", isAdministrator: true))
        var inquirer = Inquirer(fake: FakeGitLab(world: world, time: VirtualTime(Inquirer.end)))
        // 62 aliases of a field that costs 4 and one more for the root.
        let fields = (0..<62).map {
            "p\($0): project(fullPath: \"a\") { mergeRequest(iid: \"1\") { id diffHeadSha } }"
        }
        let query = "{ queryComplexity { limit score } \(fields.joined(separator: " ")) }"
        #expect(
            try inquirer.errors(query) == ["Query has complexity of 313, which exceeds max complexity of 250"]
        )
        inquirer.token = nil
        #expect(
            try inquirer.errors(query) == ["Query has complexity of 313, which exceeds max complexity of 200"]
        )
        inquirer.token = "glpat-admin"
        #expect(
            try inquirer.errors(query) == ["Query has complexity of 313, which exceeds max complexity of 300"]
        )
        #expect(try inquirer.data("{ queryComplexity { limit } }")["queryComplexity", "limit"] == 300)
    }

    @Test("a multiplex is weighed as one")
    func multiplex() throws {
        let fields = (0..<30).map {
            "p\($0): project(fullPath: \"a\") { mergeRequest(iid: \"1\") { id diffHeadSha } }"
        }
        let query: JSONValue = ["query": .string("{ \(fields.joined(separator: " ")) }")]
        let inquirer = try Inquirer.small()
        #expect(try inquirer.post([query]).json()[0]?["errors"] == nil)
        let both = try inquirer.post([query, query]).json()
        #expect(
            both[1]?["errors"]?[0]?["message"]
                == "Query has complexity of 300, which exceeds max complexity of 250")
    }

    @Test("a query may be 20 fields deep, an anonymous one 15")
    func depth() throws {
        var inquirer = try Inquirer.small()
        func query(_ levels: Int) -> String {
            let parents = String(repeating: "parent { ", count: levels - 2)
            return
                "{ group(fullPath: \"acme\") { \(parents) id \(String(repeating: "}", count: levels - 2)) } }"
        }
        #expect(try inquirer.errors(query(20)) == [])
        #expect(try inquirer.errors(query(21)) == ["Query has depth of 21, which exceeds max depth of 20"])
        inquirer.token = nil
        #expect(try inquirer.errors(query(16)) == ["Query has depth of 16, which exceeds max depth of 15"])
    }
}
