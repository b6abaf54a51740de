import FakeGitLab
import Foundation
import GitLabAPI
import Testing

struct Thing: Decodable, Hashable, Sendable {
    var id: Int
    var name: String?
}

extension GitLabClient {
    static func scripted(
        _ transport: ScriptedTransport, instance: InstanceURL = .example, token: AccessToken? = nil
    ) -> GitLabClient {
        GitLabClient(
            instance: instance, credentials: StaticCredential(token), transport: transport,
            time: VirtualTime())
    }
}

@Suite("GitLabClient")
struct GitLabClientTests {
    @Test("sends a request to the API's root, as it is encoded, and decodes the answer")
    func sends() async throws {
        let transport = ScriptedTransport(.success(.json(#"{"id":7,"name":"app"}"#)))
        let instance = try InstanceURL("https://host.example/gitlab/")
        let client = GitLabClient(
            instance: instance, credentials: StaticCredential(AccessToken(" glpat-1234567890 \n")),
            transport: transport, configuration: .init(userAgent: "acme/2", timeout: .seconds(5)))
        let request = Request<Thing>(
            path: "projects/group%2Fapp", query: ["since": "2026-01-01T00:00:00+02:00", "iids[]": 1])
        #expect(try await client.send(request) == Thing(id: 7, name: "app"))
        let sent = try #require(transport.requests.first)
        #expect(
            sent.url.absoluteString
                == "https://host.example/gitlab/api/v4/projects/group%2Fapp?since=2026-01-01T00%3A00%3A00%2B02%3A00&iids%5B%5D=1"
        )
        #expect(sent.method == .get)
        #expect(sent.headers["authorization"] == "Bearer glpat-1234567890")
        #expect(sent.headers["accept"] == "application/json")
        #expect(sent.headers["user-agent"] == "acme/2")
        #expect(sent.headers["content-type"] == nil)
        #expect(sent.timeout == .seconds(5))
        #expect(sent.isRepeatable)
    }

    @Test("names itself and sends JSON bodies")
    func sendsBodies() async throws {
        let transport = ScriptedTransport(.success(.json(#"{"id":7}"#, status: 201)))
        let body = Data(#"{"url":"https://x"}"#.utf8)
        _ = try await GitLabClient.scripted(transport).send(
            Request<Thing>(method: .post, path: "hooks", body: body))
        let sent = try #require(transport.requests.first)
        #expect(sent.body == body)
        #expect(sent.headers["Content-Type"] == "application/json")
        #expect(sent.headers["User-Agent"] == "GitLabMetrics/0.1.0")
        #expect(sent.headers["Authorization"] == nil)
        #expect(!sent.isRepeatable)
    }

    @Test("takes any success for a request without an answer", arguments: [200, 201, 202, 204])
    func noContent(status: Int) async throws {
        let transport = ScriptedTransport(.success(HTTPResponse(status: status)))
        try await GitLabClient.scripted(transport).send(Request<Void>(method: .delete, path: "hooks/1"))
        #expect(transport.requests.first?.method == .delete)
    }

    @Test(
        "sends nothing to a path that leaves the API",
        arguments: ["../../admin", "projects/../../oauth/token", "%2e%2e/x", "x/%2E./y", "./x"])
    func leavingPath(path: String) async {
        let transport = ScriptedTransport(.success(.ok))
        let client = GitLabClient.scripted(transport)
        #expect(
            await code { () throws(GitLabError) in _ = try await client.send(Request<Thing>(path: path)) }
                == .invalidURL)
        #expect(transport.requests.isEmpty)
    }

    @Test("large answers are decoded as small ones are", arguments: [1, 10, 5000])
    func large(count: Int) async throws {
        let body =
            "[" + (0..<count).map { #"{"id":\#($0),"name":"thing \#($0)"}"# }.joined(separator: ",") + "]"
        let client = GitLabClient.scripted(ScriptedTransport(.success(.json(body))))
        #expect(try await client.send(Request<[Thing]>(path: "things")).map(\.id) == Array(0..<count))
    }

    @Test("tells which request failed when the transport does not")
    func names() async throws {
        let client = GitLabClient.scripted(ScriptedTransport(.failure(GitLabError(.unreachableDNS))))
        let error = try await #require(throws: GitLabError.self) {
            try await client.send(Request<Thing>(path: "user", query: ["private_token": "hush"]))
        }
        #expect(error.request == "GET /api/v4/user")
        #expect(error.code == .unreachableDNS)
    }

    static let strangers: [(HTTPResponse, GitLabError.Code)] = [
        (.html("<!DOCTYPE html><title>Sign in · GitLab</title>"), .notGitLab),
        (HTTPResponse(status: 200, body: Data("  <html><body>proxy</body></html>".utf8)), .notGitLab),
        (.plain("It works!", status: 200), .notGitLab),
        (
            HTTPResponse(status: 200, headers: ["Content-Type": "application/xml"], body: Data("<a/>".utf8)),
            .notGitLab
        ),
        (.json(""), .decoding),
        (.json("{"), .decoding),
        (.json("[1,2"), .decoding),
        (.json(#"{"hello":"world"}"#), .decoding),
        (.json(#""text""#), .decoding),
        (.json("null"), .decoding),
        (HTTPResponse(status: 204), .decoding),
    ]

    @Test("tells answers that are not GitLab's from those it cannot read", arguments: strangers)
    func stranger(response: HTTPResponse, expected: GitLabError.Code) async throws {
        let client = GitLabClient.scripted(ScriptedTransport(.success(response)))
        let error = try await #require(throws: GitLabError.self) {
            try await client.send(Request<Thing>(path: "user"))
        }
        #expect(error.code == expected, "\(error)")
        #expect(error.status == response.status)
        #expect(error.request == "GET /api/v4/user")
        let page = await code { () throws(GitLabError) in
            _ = try await client.send(Request<Page<Thing>>(path: "users"))
        }
        #expect(page == expected)
    }

    @Test("says where in the JSON decoding failed, with an excerpt free of secrets")
    func decodingPath() async throws {
        let body = #"[{"id":1},{"id":"x","token":"glpat-abcdefghijklmnop","pin":"5ad4bc2f9c8e7d6b5a4f"}]"#
        let client = GitLabClient.scripted(
            ScriptedTransport(.success(.json(body, headers: ["x-request-id": "R1"]))))
        let error = try await #require(throws: GitLabError.self) {
            try await client.send(Request<[Thing]>(path: "things"))
        }
        #expect(error.codingPath == "[1].id")
        #expect(error.requestID == "R1")
        let excerpt = try #require(error.excerpt)
        #expect(excerpt.hasPrefix(#"[{"id":1}"#))
        #expect(!excerpt.contains("glpat-abc") && !excerpt.contains("5ad4bc2f9c8e7d6b5a4f"))
    }

    @Test("a cancelled task ends as .cancelled")
    func cancelled() async {
        let client = GitLabClient.scripted(ScriptedTransport(.success(.ok)))
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await code { () throws(GitLabError) in
                _ = try await client.send(Request<Thing>(path: "user"))
            }
        }
        #expect(await task.value == .cancelled)
    }
}
