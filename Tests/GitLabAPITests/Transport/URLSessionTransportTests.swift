import Foundation
import GitLabAPI
import LoopbackServer
import Testing

/// Every test talks to a real server over a real socket; `URLSession` on Linux can hang or crash on each of
/// these.
@Suite(.timeLimit(.minutes(10))) struct URLSessionTransportTests {
    static let token = "glpat-SECRETSECRETSECRET"

    static func request(
        _ method: HTTPMethod = .get, _ url: URL, path: String = "api/v4/x?private=1", body: Data? = nil,
        timeout: Duration = .seconds(600)
    ) throws -> HTTPRequest {
        HTTPRequest(
            method: method, url: try #require(URL(string: path, relativeTo: url)).absoluteURL,
            headers: ["Authorization": "Bearer \(token)"], body: body, timeout: timeout)
    }

    /// Sends one request to a server that answers so.
    static func answer(
        to method: HTTPMethod = .get, from server: LoopbackServer, body: Data? = nil,
        timeout: Duration = .seconds(30), configuration: URLSessionTransport.Configuration = .init()
    ) async throws -> HTTPResponse {
        let url = try server.start()
        defer { server.stop() }
        let transport = URLSessionTransport(configuration: configuration)
        return try await transport.send(request(method, url, body: body, timeout: timeout))
    }

    static func failure(
        from server: LoopbackServer, timeout: Duration = .seconds(30),
        configuration: URLSessionTransport.Configuration = .init()
    ) async throws -> GitLabError {
        try await #require(throws: GitLabError.self) {
            try await answer(from: server, timeout: timeout, configuration: configuration)
        }
    }

    static func server(_ response: ServerResponse) -> LoopbackServer { LoopbackServer { _ in response } }

    @Test(
        "Status, headers and body arrive as sent",
        arguments: [200, 201, 204, 304, 400, 403, 404, 409, 429, 500, 503])
    func statuses(_ status: Int) async throws {
        let body = Array("{\"a\":1}".utf8)
        let answer = try await Self.answer(
            from: Self.server(ServerResponse(status: status, headers: [("X-Request-Id", "abc")], body: body)))
        #expect(answer.status == status)
        #expect(answer.headers["x-request-id"] == "abc")
        #expect(answer.body == (status == 204 || status == 304 ? Data() : Data(body)))
    }

    @Test(
        "Method, path, query, headers and body reach the server",
        arguments: [HTTPMethod.post, .put, .patch, .delete])
    func requests(_ method: HTTPMethod) async throws {
        let server = LoopbackServer { request in
            let text = "\(request.method) \(request.target) \(request.header("authorization") ?? "")"
            return ServerResponse(status: 200, body: Array(text.utf8) + request.body)
        }
        let url = try server.start()
        defer { server.stop() }
        let transport = URLSessionTransport()
        for size in [0, 1, 70_000, 1_100_000] {
            let body = Data(repeating: 65, count: size)
            let answer = try await transport.send(Self.request(method, url, path: "/a%2Fb?c=%2B", body: body))
            #expect(answer.body == Data("\(method) /a%2Fb?c=%2B Bearer \(Self.token)".utf8) + body)
        }
        let bodiless = try await transport.send(Self.request(method, url, path: "/"))
        #expect(bodiless.body == Data("\(method) / Bearer \(Self.token)".utf8))
    }

    @Test("HEAD is answered by headers alone")
    func head() async throws {
        let answer = try await Self.answer(
            to: .head,
            from: Self.server(ServerResponse(status: 200, headers: [("X-Total", "7")], body: [1, 2, 3])))
        #expect(answer.headers["X-Total"] == "7")
        #expect(answer.body.isEmpty)
    }

    @Test(
        "A challenge is an answer like any other",
        arguments: [
            "Basic realm=\"GitLab\"", "Bearer realm=\"Protected by OAuth 2.0\", error=\"invalid_token\"",
            "Digest realm=\"x\", nonce=\"y\", qop=\"auth\"", "NTLM", "Negotiate", "Basic", "nonsense", "",
        ], [401, 407])
    func challenges(_ challenge: String, status: Int) async throws {
        let name = status == 401 ? "WWW-Authenticate" : "Proxy-Authenticate"
        let answer = try await Self.answer(
            from: Self.server(
                ServerResponse(
                    status: status, headers: [(name, challenge)], body: Array("{\"message\":1}".utf8))))
        #expect(answer.status == status)
        #expect(answer.body == Data("{\"message\":1}".utf8))
    }

    @Test(
        "A redirect is returned, not followed", arguments: [301, 302, 303, 307, 308],
        [HTTPMethod.get, .head, .post, .put, .delete])
    func redirects(_ status: Int, method: HTTPMethod) async throws {
        let count = Counter()
        let server = LoopbackServer { _ in
            count.increment()
            return ServerResponse(status: status, headers: [("Location", "/elsewhere?x=1#y")], body: [65])
        }
        let answer = try await Self.answer(to: method, from: server, body: method == .post ? Data([66]) : nil)
        #expect(answer.status == status)
        #expect(answer.headers["Location"] == "/elsewhere?x=1#y")
        #expect(count.value == 1)
    }

    @Test(
        "A strange Location is returned as it is",
        arguments: [
            "", "?a=b", "#f", "../x", "//", "///x", "//other.invalid/x", "mailto:a@b", "javascript:alert(1)",
            "http:///x",
            "/%zz", "/x y", "/\u{e9}", ":80", "http://[::1", "http://h:99999999/", "//h:99999999/", "x:y",
            "//user:pass@h/", "/a?b=%zz&c= d#e f",
        ])
    func locations(_ location: String) async throws {
        let answer = try await Self.answer(
            from: Self.server(ServerResponse(status: 302, headers: [("Location", location)])))
        #expect(answer.status == 302)
        #expect(
            answer.headers["Location"] == location || location.isEmpty
                || !location.utf8.allSatisfy { $0 < 128 })
    }

    @Test(
        "An answer that is cut never looks complete",
        arguments: [
            .cut(afterBytes: 0), .cut(afterBytes: 99), .closedBeforeReply, .raw(Array("HTTP/1.1 200".utf8)),
            .raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: b".utf8)),
            .raw(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab".utf8)),
            .raw(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n".utf8)),
            .raw(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabcde\r\n".utf8)),
            .raw(Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd".utf8)),
        ] as [ServerResponse.Delivery])
    func cuts(_ delivery: ServerResponse.Delivery) async throws {
        let error = try await Self.failure(
            from: Self.server(
                ServerResponse(status: 200, body: [UInt8](repeating: 65, count: 100), delivery: delivery)))
        #expect(error.code == .connectionBroken, "\(error)")
    }

    @Test(
        "What does not speak HTTP is not GitLab",
        arguments: ["SSH-2.0-OpenSSH_9.2\r\n", "\u{1}\u{2}\u{3}", "220 mail ESMTP\r\n"])
    func garbage(_ text: String) async throws {
        let error = try await Self.failure(
            from: Self.server(ServerResponse(status: 200, delivery: .raw(Array(text.utf8)))))
        #expect(error.code == .notGitLab, "\(error)")
    }

    @Test(
        "The deadline ends a call whatever the server does",
        arguments: [
            .silent, .slow(bytes: 1, pause: .milliseconds(20)), .complete,
        ] as [ServerResponse.Delivery])
    func deadline(_ delivery: ServerResponse.Delivery) async throws {
        let latency: Duration = delivery == .complete ? .seconds(200) : .zero
        let start = ContinuousClock.now
        let error = try await Self.failure(
            from: Self.server(
                ServerResponse(
                    status: 200, body: [UInt8](repeating: 65, count: 10_000), delivery: delivery,
                    latency: latency)),
            timeout: .milliseconds(150))
        #expect(error.code == .timedOut)
        // Far above the deadline, for a busy machine; a call without one would wait three times as long.
        #expect(start.duration(to: .now) < .seconds(60))
    }

    @Test(
        "A body over the limit fails, one just within it arrives",
        arguments: [ServerResponse.Delivery.complete, .chunked(size: 999)])
    func tooLarge(_ delivery: ServerResponse.Delivery) async throws {
        let limit = URLSessionTransport.Configuration(maximumBodyBytes: 100_000)
        func server(_ size: Int) -> LoopbackServer {
            Self.server(
                ServerResponse(status: 200, body: [UInt8](repeating: 65, count: size), delivery: delivery))
        }
        let answer = try await Self.answer(from: server(100_000), configuration: limit)
        #expect(answer.body.count == 100_000)
        let error = try await Self.failure(from: server(100_001), configuration: limit)
        #expect(error.code == .responseTooLarge)
    }

    @Test("A gzip body arrives decompressed, and its decompressed size counts")
    func gzip() async throws {
        // `printf 'hello hello hello hello\n' | gzip -n`
        let bytes: [UInt8] = [
            0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0x57,
            0xc8, 0x40,
            0x27, 0xb9, 0x00, 0x00, 0x88, 0x59, 0x0b, 0x18, 0x00, 0x00, 0x00,
        ]
        let response = ServerResponse(status: 200, headers: [("Content-Encoding", "gzip")], body: bytes)
        let answer = try await Self.answer(from: Self.server(response))
        #expect(String(decoding: answer.body, as: UTF8.self) == "hello hello hello hello\n")
        let error = try await Self.failure(
            from: Self.server(response), configuration: .init(maximumBodyBytes: 20))
        #expect(error.code == .responseTooLarge)
    }

    @Test("Nothing listening, no such host and no TLS are told apart")
    func unreachable() async throws {
        let server = Self.server(ServerResponse(status: 200))
        let url = try server.start()
        let transport = URLSessionTransport()
        func code(_ url: String) async throws -> GitLabError.Code {
            let request = HTTPRequest(url: try #require(URL(string: url)), timeout: .seconds(20))
            return try await #require(throws: GitLabError.self) { try await transport.send(request) }.code
        }
        let port = try #require(url.port)
        #expect(try await code("https://127.0.0.1:\(port)/") == .unreachableTLS)
        #expect(try await code("http://no-such-host.invalid/") == .unreachableDNS)
        #expect(try await code("ftp://127.0.0.1:\(port)/") == .invalidURL)
        #expect(try await code("file:///etc/hostname") == .invalidURL)
        server.stop()
        #expect(try await code("http://127.0.0.1:\(port)/") == .unreachableRefused)
    }

    @Test("A header up to 90 KB arrives; a larger one fails, and does not hang")
    func largeHeaders() async throws {
        func server(_ size: Int) -> LoopbackServer {
            Self.server(
                ServerResponse(status: 200, headers: [("X-Large", String(repeating: "a", count: size))]))
        }
        let answer = try await Self.answer(from: server(90_000))
        #expect(answer.headers["X-Large"]?.utf8.count == 90_000)
        let error = try await Self.failure(from: server(400_000))
        #expect(error.code == .connectionBroken, "\(error)")
    }

    @Test("Cookies are not sent back, and the connection is kept")
    func cookies() async throws {
        let server = LoopbackServer { request in
            ServerResponse(
                status: 200, headers: [("Set-Cookie", "session=1; Path=/")],
                body: Array((request.header("Cookie") ?? "none").utf8))
        }
        let url = try server.start()
        defer { server.stop() }
        let transport = URLSessionTransport()
        for _ in 0..<5 {
            let answer = try await transport.send(Self.request(.get, url))
            #expect(answer.body == Data("none".utf8))
        }
        #expect(server.acceptedConnectionCount == 1)
    }

    @Test("A field sent twice arrives with both values")
    func repeatedFields() async throws {
        let answer = try await Self.answer(
            from: Self.server(ServerResponse(status: 200, headers: [("X-A", "1"), ("B", "b"), ("x-a", "2")])))
        #expect(answer.headers.values("X-A").joined(separator: ", ") == "1, 2")
        #expect(answer.headers["b"] == "b")
    }

    @Test("No error shows token, query or body")
    func secrets() async throws {
        let servers = [
            Self.server(ServerResponse(status: 200, delivery: .closedBeforeReply)),
            Self.server(ServerResponse(status: 200, delivery: .raw([1, 2, 3]))),
            Self.server(ServerResponse(status: 200, delivery: .silent)),
        ]
        for server in servers {
            let error = try await Self.failure(from: server, timeout: .milliseconds(100))
            var text = "\(error) \(error.localizedDescription)"
            dump(error, to: &text)
            #expect(!text.contains(Self.token))
            #expect(!text.contains("private=1"))
            #expect(error.request == "GET /api/v4/x")
        }
    }

    @Test("A request that would mean something else on the wire is not sent")
    func invalidRequests() async throws {
        let url = try #require(URL(string: "http://127.0.0.1:1/"))
        let transport = URLSessionTransport()
        let requests = [
            HTTPRequest(url: url, headers: ["PRIVATE-TOKEN": "abc\r\nX-Evil: 1"]),
            HTTPRequest(url: url, headers: ["A\nB": "c"]),
            HTTPRequest(url: url, body: Data([1])),
        ]
        for request in requests {
            let error = await #expect(throws: GitLabError.self) { try await transport.send(request) }
            #expect(error?.code == .invalidRequest)
        }
    }
}
