import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("GitLabClient, asked by GraphQL")
struct GraphQLClientTests {
    struct Echo: Decodable, Sendable, Hashable {
        var echo: String?
    }

    private let query = GraphQLQuery<Echo>(
        "Echo", "query Echo($text: String!) { queryComplexity { score limit } echo(text: $text) }",
        variables: ["text": "a \"quoted\" \n line", "list": .list([1, true, .null])])

    private func client(_ transport: CannedTransport) throws -> GitLabClient {
        GitLabClient(
            instance: try InstanceURL("https://host.example/gitlab"),
            credentials: StaticCredential(AccessToken("glpat-1234567890")), transport: transport)
    }

    private func answer(
        status: Int = 200, _ body: String, type: String = "application/json; charset=utf-8"
    ) throws -> GitLabClient {
        try client(
            CannedTransport { _ in
                HTTPResponse(
                    status: status,
                    headers: ["Content-Type": type, "Date": "Sat, 21 Nov 2026 10:00:00 GMT"],
                    body: Data(body.utf8))
            })
    }

    @Test("posts document, variables and name to the endpoint, and may be repeated")
    func sends() async throws {
        let transport = CannedTransport { _ in
            HTTPResponse(
                status: 200, headers: ["Content-Type": "application/json"],
                body: Data(#"{"data":{"echo":"hi","queryComplexity":{"score":4,"limit":250}}}"#.utf8))
        }
        let answer = try await client(transport).send(query)
        #expect(answer.value == Echo(echo: "hi"))
        #expect(answer.complexity?.score == 4)
        #expect(answer.complexity?.limit == 250)
        #expect(answer.failures.isEmpty)
        let sent = try #require(transport.requests.first)
        #expect(sent.url.absoluteString == "https://host.example/gitlab/api/graphql")
        #expect(sent.method == .post)
        #expect(sent.isRepeatable)
        #expect(sent.headers["authorization"] == "Bearer glpat-1234567890")
        let body = try JSONSerialization.jsonObject(with: try #require(sent.body)) as? [String: Any]
        #expect(body?["query"] as? String == query.document)
        #expect(body?["operationName"] as? String == "Echo")
        let variables = body?["variables"] as? [String: Any]
        #expect(variables?["text"] as? String == "a \"quoted\" \n line")
        #expect((variables?["list"] as? [Any])?.count == 3)
    }

    @Test("hands on what parts of an answer failed")
    func partial() async throws {
        let client = try answer(
            """
            {"data":{"echo":null},"errors":[{"message":"boom","path":["echo",3,"name"],
            "locations":[{"line":1,"column":2}],"extensions":{"code":"undefinedField"}}]}
            """)
        let answer = try await client.send(query)
        #expect(answer.value.echo == nil)
        #expect(
            answer.failures == [
                GraphQLFailure(message: "boom", path: ["echo", "3", "name"], code: "undefinedField")
            ])
        #expect(answer.serverDate == Date(timeIntervalSince1970: 1_795_255_200))
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        var status = 200
        var body: String
        var type = "application/json"
        var code: GitLabError.Code
        var testDescription: String { "\(status) \(code)" }
    }

    static let refusals: [Refusal] = [
        Refusal(
            body: """
                {"errors":[{"message":"Query has complexity of 300, which exceeds max complexity of 250"}]}
                """, code: .queryTooComplex),
        Refusal(
            body:
                #"{"data":null,"errors":[{"message":"Query has depth of 25, which exceeds max depth of 20"}]}"#,
            code: .queryTooComplex),
        Refusal(
            body: """
                {"errors":[{"message":"Field 'x' doesn't exist on type 'Project'","extensions":{"code":
                "undefinedField","typeName":"Project","fieldName":"x"}}]}
                """, code: .invalidQuery),
        Refusal(
            status: 503,
            body: """
                {"errors":[{"message":"Request timed out. Please try a less complex query or a smaller set."}]}
                """, code: .queryTooComplex),
        Refusal(status: 500, body: #"{"errors":[{"message":"Internal server error"}]}"#, code: .serverFault),
        Refusal(status: 401, body: #"{"errors":[{"message":"Invalid token"}]}"#, code: .invalidToken),
        Refusal(status: 422, body: #"{"errors":[{"message":"Variable $x is invalid"}]}"#, code: .rejected),
        Refusal(
            status: 403, body: #"{"errors":[{"message":"API not accessible for user"}]}"#, code: .forbidden),
        Refusal(status: 429, body: "Retry later", type: "text/plain", code: .rateLimited),
        Refusal(status: 503, body: "<html><title>Down</title></html>", type: "text/html", code: .serverFault),
        Refusal(status: 404, body: "<html><title>No</title></html>", type: "text/html", code: .notGitLab),
        Refusal(body: "{}", code: .decoding),
        Refusal(body: #"{"data":{"echo":7}}"#, code: .decoding),
    ]

    @Test("tells what a refusal means, whatever its status", arguments: refusals)
    func refuses(_ refusal: Refusal) async throws {
        let client = try answer(status: refusal.status, refusal.body, type: refusal.type)
        let error = await #expect(throws: GitLabError.self) { _ = try await client.send(query) }
        #expect(error?.code == refusal.code)
        #expect(error?.request?.contains("/gitlab/api/graphql") == true)
        #expect(error?.remedy != nil)
    }

    @Test("does not read a list whose field failed as an empty one")
    func failedList() async throws {
        let client = try answer(
            #"{"data":{"found":{"list":null}},"errors":[{"message":"Internal server error","path":["found","list"]}]}"#
        )
        let answer = try await client.send(.environments(in: "a/b", schema: GraphQLSchema(types: [:])))
        #expect(answer.failures.first?.message == "Internal server error")
        #expect(answer.value.found?.list == nil)
    }

    @Test("leaves out nodes that are hidden, and names those that cannot be read")
    func nodes() async throws {
        let client = try answer(
            """
            {"data":{"found":{"list":{"nodes":[null,{"id":"gid://gitlab/Environment/7","name":"production",
            "tier":"PRODUCTION"},{"id":"seven","name":"x"}],"pageInfo":{"hasNextPage":true,"endCursor":"abc"}}}}}
            """)
        let answer = try await client.send(.environments(in: "a/b", schema: GraphQLSchema(types: [:])))
        let list = try #require(answer.value.found?.list)
        #expect(list.nodes.map(\.id) == [7])
        #expect(list.nodes.first?.tier == .production)
        #expect(list.skipped.count == 1)
        #expect(list.next == "abc")
    }
}
