import FakeGitLab
import Foundation
import GitLabAPI
import LoopbackServer
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(10))) struct RedirectingTransportTests {
    /// Answers requests for `/old…` with a redirect, everything else with method, target and token.
    static func server(status: Int, location: String) -> LoopbackServer {
        LoopbackServer { request in
            if request.target.hasPrefix("/old") {
                return ServerResponse(status: status, headers: [("Location", location)])
            }
            let text = "\(request.method) \(request.target) \(request.header("Authorization") ?? "no token")"
            return ServerResponse(status: 200, headers: [("X-Seen", text)], body: Array(text.utf8))
        }
    }

    static func request(_ method: HTTPMethod, _ url: URL, path: String = "old?page=1") throws -> HTTPRequest {
        HTTPRequest(
            method: method, url: try #require(URL(string: path, relativeTo: url)).absoluteURL,
            headers: ["Authorization": "Bearer \(token)"], timeout: .seconds(30))
    }

    static let token = "glpat-SECRETSECRETSECRET"
    static let redirects = [301, 302, 303, 307, 308]

    @Test(
        "A redirect on the same origin is followed, with the token", arguments: redirects,
        [HTTPMethod.get, .head])
    func sameOrigin(_ status: Int, method: HTTPMethod) async throws {
        let server = Self.server(status: status, location: "/api/v4/projects/42?a=%2B#fragment")
        let url = try server.start()
        defer { server.stop() }
        let transport = RedirectingTransport(over: URLSessionTransport())
        let answer = try await transport.send(Self.request(method, url))
        #expect(answer.headers["X-Seen"] == "\(method) /api/v4/projects/42?a=%2B Bearer \(Self.token)")
    }

    @Test(
        "Absolute, relative and decorated locations of the same origin are followed",
        arguments: [
            ("http://127.0.0.1:PORT/new", "/new"), ("HTTP://127.0.0.1:PORT/new?x=a%2Fb", "/new?x=a%2Fb"),
            ("new", "/new"), ("./new?y", "/new?y"), ("//127.0.0.1:PORT/new", "/new"), (" /new ", "/new"),
            ("http://user:password@127.0.0.1:PORT/new", "/new"), ("/a%2Fb/new", "/a%2Fb/new"),
        ])
    func locations(_ location: String, target: String) async throws {
        let port = Mutex(0)
        let server = LoopbackServer { request in
            guard request.target.hasPrefix("/old") else {
                let text = "\(request.target) \(request.header("Authorization") ?? "")"
                return ServerResponse(status: 200, body: Array(text.utf8))
            }
            let location = location.replacing("PORT", with: "\(port.withLock { $0 })")
            return ServerResponse(status: 301, headers: [("Location", location)])
        }
        let url = try server.start()
        defer { server.stop() }
        port.withLock { $0 = url.port ?? 0 }
        let answer = try await RedirectingTransport(over: URLSessionTransport()).send(Self.request(.get, url))
        #expect(String(decoding: answer.body, as: UTF8.self) == "\(target) Bearer \(Self.token)")
    }

    @Test("Another origin sees neither the token nor the request", arguments: redirects)
    func otherOrigin(_ status: Int) async throws {
        let requests = Counter()
        let other = LoopbackServer { _ in
            requests.increment()
            return ServerResponse(status: 200)
        }
        let otherURL = try other.start()
        defer { other.stop() }
        let server = Self.server(status: status, location: "\(otherURL)new?stolen=\(Self.token)")
        let url = try server.start()
        defer { server.stop() }
        let transport = RedirectingTransport(over: URLSessionTransport())
        for method in [HTTPMethod.get, .head, .post, .put, .delete] {
            let error = await #expect(throws: GitLabError.self) {
                try await transport.send(Self.request(method, url))
            }
            #expect(error?.code == .foreignOrigin)
            #expect(error?.status == status)
            #expect(error?.detail?.contains("127.0.0.1:\(otherURL.port ?? 0)") == true)
            #expect(error?.description.contains(Self.token) == false)
        }
        #expect(requests.value == 0)
        #expect(other.acceptedConnectionCount == 0)
    }

    @Test(
        "The same host by another scheme, name or port is another origin",
        arguments: [
            "https://127.0.0.1:PORT/", "http://localhost:PORT/", "http://127.0.0.1/",
            "http://127.0.0.1.evil.invalid/",
            "http://127.0.0.1:PORT@evil.invalid/", "ftp://127.0.0.1:PORT/", "javascript:alert(1)",
        ])
    func neighbours(_ location: String) async throws {
        let base = CannedTransport { request in
            let location = location.replacing("PORT", with: "\(request.url.port ?? 0)")
            return HTTPResponse(status: 302, headers: ["Location": location])
        }
        let url = try #require(URL(string: "http://127.0.0.1:8080/"))
        let error = await #expect(throws: GitLabError.self) {
            try await RedirectingTransport(over: base).send(Self.request(.get, url))
        }
        #expect(error?.code == .foreignOrigin)
        #expect(base.requests.count == 1)
    }

    @Test(
        "Out of the relative root of an instance nothing is sent",
        arguments: [
            ("/gitlab/api/v4/projects/42", true), ("/gitlab", true), ("/gitlab/", true), ("/", false),
            ("/wiki/secrets", false), ("/gitlabx", false), ("/gitlab/../wiki", false),
            ("/gitlab/%2e%2e/wiki", false), ("/gitlab/..%2Fwiki", false), ("//evil.invalid/gitlab/", false),
        ])
    func relativeRoot(_ location: String, isFollowed: Bool) async throws {
        let base = CannedTransport { request in
            request.url.path().hasSuffix("/moved")
                ? HTTPResponse(status: 302, headers: ["Location": location]) : HTTPResponse(status: 200)
        }
        let instance = try InstanceURL("http://127.0.0.1:8080/gitlab")
        let transport = StandardTransport(
            instance: instance, credentials: StaticCredential(AccessToken(Self.token)), over: base,
            time: VirtualTime())
        let url = try #require(URL(string: "http://127.0.0.1:8080/gitlab/api/v4/moved"))
        let answer = try? await transport.send(HTTPRequest(method: .get, url: url))
        #expect((answer?.status == 200) == isFollowed)
        #expect(base.requests.count == (isFollowed ? 2 : 1))
        #expect(base.requests.allSatisfy { instance.contains($0.url) })
    }

    @Test(
        "A write is sent once, and its error names the new path", arguments: redirects,
        [HTTPMethod.post, .put, .patch, .delete])
    func writes(_ status: Int, method: HTTPMethod) async throws {
        let base = CannedTransport { _ in
            HTTPResponse(
                status: status,
                headers: ["Location": "/api/v4/projects/42/notes?private_token=x", "X-Request-Id": "r"])
        }
        let url = try #require(URL(string: "http://127.0.0.1:8080/"))
        let error = await #expect(throws: GitLabError.self) {
            try await RedirectingTransport(over: base).send(Self.request(method, url))
        }
        #expect(error?.code == .rejected)
        #expect(error?.requestID == "r")
        #expect(error?.detail?.contains("/api/v4/projects/42/notes:") == true)
        #expect(base.requests.count == 1)
    }

    @Test("Five redirects in a row are followed, a sixth is not", arguments: [0, 1, 5, 6, 100])
    func hops(_ count: Int) async throws {
        let base = CannedTransport { request in
            let hop = Int(request.url.lastPathComponent) ?? 0
            return hop < count
                ? HTTPResponse(status: 302, headers: ["Location": "/\(hop + 1)"]) : HTTPResponse(status: 200)
        }
        let url = try #require(URL(string: "http://127.0.0.1:8080/"))
        let transport = RedirectingTransport(over: base)
        if count <= 5 {
            let answer = try await transport.send(Self.request(.get, url, path: "/0"))
            #expect(answer.status == 200)
        } else {
            let error = await #expect(throws: GitLabError.self) {
                try await transport.send(Self.request(.get, url, path: "/0"))
            }
            #expect(error?.code == .rejected)
        }
        #expect(base.requests.count == min(count, 5) + 1)
    }

    @Test(
        "An answer that is no redirect, or says not where to, is returned",
        arguments: [200, 201, 300, 304, 404])
    func others(_ status: Int) async throws {
        let url = try #require(URL(string: "http://127.0.0.1:8080/"))
        let expected = HTTPResponse(status: status, headers: ["Location": "/elsewhere"])
        let base = CannedTransport { _ in expected }
        #expect(try await RedirectingTransport(over: base).send(Self.request(.get, url)) == expected)
        let lost = HTTPResponse(status: 302)
        let pathless = CannedTransport { _ in lost }
        #expect(try await RedirectingTransport(over: pathless).send(Self.request(.get, url)) == lost)
    }
}
