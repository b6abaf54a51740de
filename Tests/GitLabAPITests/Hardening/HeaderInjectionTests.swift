import Foundation
import GitLabAPI
import LoopbackServer
import Testing

/// A line end in a header field would begin another field, or another request.
@Suite("Header injection")
struct HeaderInjectionTests {
    static let breaks = [
        "\r\n", "\n", "\r", "\0", "\u{1}", "\u{7F}", "\u{85}", "\r\n\r\nGET /evil HTTP/1.1\r\n",
    ]

    /// Sends to a server that counts requests, and expects none to arrive.
    private func expectRefused(
        _ break: String, _ send: (InstanceURL) async throws(GitLabError) -> Void
    ) async throws {
        let requests = Counter()
        let server = LoopbackServer { _ in
            requests.increment()
            return ServerResponse(status: 200, body: Array("{}".utf8))
        }
        let instance = try InstanceURL(server.start().absoluteString)
        defer { server.stop() }
        let error = await #expect(throws: GitLabError.self) { try await send(instance) }
        #expect(error?.code == .invalidRequest, "\(`break`.debugDescription)")
        #expect(error.map { "\($0)".contains("SECRET") } == false)
        #expect(
            error?.request?.unicodeScalars.contains { $0.properties.generalCategory == .control } == false)
        #expect(requests.value == 0)
        #expect(server.acceptedConnectionCount == 0)
    }

    @Test("in the token", arguments: breaks)
    func token(text: String) async throws {
        try await expectRefused(text) { instance throws(GitLabError) in
            let token = AccessToken("glpat-SECRET\(text)X-Evil: 1")
            let client = GitLabClient.standard(instance: instance, credentials: StaticCredential(token))
            _ = try await client.send(.currentUser)
        }
    }

    @Test("in the user agent", arguments: breaks)
    func userAgent(text: String) async throws {
        try await expectRefused(text) { instance throws(GitLabError) in
            let client = GitLabClient.standard(
                instance: instance, credentials: StaticCredential(nil),
                configuration: .init(userAgent: "Dashboard\(text)X-Evil: 1"))
            _ = try await client.send(.currentUser)
        }
    }

    @Test("in the name of a field", arguments: breaks + [" ", ":", "", "ü", "("])
    func name(text: String) async throws {
        try await expectRefused(text) { instance throws(GitLabError) in
            let name = text.isEmpty ? "" : "X-A\(text)B"
            _ = try await URLSessionTransport().send(HTTPRequest(url: instance.url, headers: [name: "1"]))
        }
    }

    @Test("in the method", arguments: breaks + [" /evil HTTP/1.1", ""])
    func method(text: String) async throws {
        try await expectRefused(text) { instance throws(GitLabError) in
            let method = HTTPMethod(rawValue: text.isEmpty ? "" : "GET\(text)")
            _ = try await URLSessionTransport().send(HTTPRequest(method: method, url: instance.url))
        }
    }

    @Test("no transport is handed such a request", arguments: breaks)
    func anyTransport(text: String) async {
        let base = ScriptedTransport(.success(.ok))
        func sending(_ token: String, _ agent: String, _ method: HTTPMethod) async -> GitLabError.Code? {
            let client = GitLabClient(
                instance: .example, credentials: StaticCredential(AccessToken(token)), transport: base,
                configuration: .init(userAgent: agent))
            return await code { () throws(GitLabError) in
                try await client.send(Request<Void>(method: method, path: "user"))
            }
        }
        #expect(await sending("token\(text)x", "agent", .get) == .invalidRequest)
        #expect(await sending("token", "agent\(text)x", .get) == .invalidRequest)
        #expect(await sending("token", "agent", HTTPMethod(rawValue: "GET\(text)x")) == .invalidRequest)
        #expect(base.requests.isEmpty)
        #expect(await sending("token", "agent", .get) == nil)
    }

    @Test("tabs and letters of any language are no line ends")
    func harmless() async throws {
        let server = LoopbackServer {
            ServerResponse(status: 200, body: Array(($0.header("X-A") ?? "").utf8))
        }
        let url = try server.start()
        defer { server.stop() }
        let request = HTTPRequest(url: url, headers: ["X-A": "a\tb"])
        #expect(try await URLSessionTransport().send(request).body == Data("a\tb".utf8))
    }
}
