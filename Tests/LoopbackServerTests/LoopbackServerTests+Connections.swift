import Foundation
import Testing

@testable import LoopbackServer

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif
/// How connections come and go, many at once, and what is left of them.
extension LoopbackServerTests {
    @Test("A connection that idles is closed, one that waits for its handler is not")
    func idleTimeout() async throws {
        let handler: LoopbackServer.Handler = { _ in
            ServerResponse(status: 200, body: [65], latency: .milliseconds(150))
        }
        try await Self.withServer(.init(idleTimeout: .milliseconds(40)), handler: handler) { server, port in
            let idle = try RawClient(port: port)
            let busy = try RawClient(port: port)
            try await busy.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try await idle.receiveAll().isEmpty)
            #expect(Self.status(try await busy.receive(until: "A")) == 200)
        }
    }

    @Test("Three hundred connections at once are all served")
    func manyConnections() async throws {
        try await Self.withServer { server, port in
            let clients = try (0..<300).map { _ in try RawClient(port: port) }
            for round in 0..<3 {
                for (number, client) in clients.enumerated() {
                    try await client.send("GET /\(round)-\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
                }
                for (number, client) in clients.enumerated() {
                    #expect(
                        try await client.receive(until: "\r\n\r\n").contains(
                            "X-Target: /\(round)-\(number)\r\n"))
                }
            }
            #expect(server.connectionCount == 300)
        }
    }

    @Test("Connections beyond the limit are closed at once, the others served")
    func connectionLimit() async throws {
        try await Self.withServer(.init(maximumConnections: 2)) { server, port in
            let clients = try (0..<2).map { _ in try RawClient(port: port) }
            #expect(try await Self.eventually { server.connectionCount == 2 })
            let refused = try RawClient(port: port)
            #expect(try await refused.receiveAll().isEmpty)
            for client in clients {
                try await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(Self.status(try await client.receive(until: "\r\n\r\n")) == 200)
            }
        }
    }

    @Test("A client that leaves in the middle of a large answer kills neither process nor server")
    func brokenPipe() async throws {
        let large = [UInt8](repeating: 65, count: 20_000_000)
        try await Self.withServer(handler: { _ in ServerResponse(status: 200, body: large) }) {
            server, port in
            for _ in 0..<5 {
                let client = try RawClient(port: port)
                try await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                _ = try await client.receive()
                client.socket.close()
            }
            #expect(try await Self.eventually { server.connectionCount == 0 })
            let answer = try await RawClient.exchange(
                "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", port: port)
            #expect(Self.status(answer) == 200)
        }
    }

    @Test("stop closes every connection, whatever it is doing, and the port")
    func stop() async throws {
        let handler: LoopbackServer.Handler = { request in
            switch request.target {
            case "/silent": ServerResponse(status: 200, delivery: .silent)
            case "/latent": ServerResponse(status: 200, latency: .seconds(60))
            default: ServerResponse(status: 200, body: [UInt8](repeating: 65, count: 20_000_000))
            }
        }
        let server = LoopbackServer(handler: handler)
        let port = try #require(try server.start().port)
        let clients = try ["/silent", "/latent", "/large", nil].map { target in
            (client: try RawClient(port: port), target: target)
        }
        for (client, target) in clients {
            if let target { try await client.send("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n") }
        }
        #expect(try await Self.eventually { server.connectionCount == 4 })
        server.stop()
        server.stop()
        for (client, target) in clients {
            // A reset is an end as well.
            let received = try? await client.receiveAll()
            #expect(target == "/large" || received?.isEmpty != false)
        }
        #expect(try await Self.eventually { server.connectionCount == 0 })
        #expect(try await Self.eventually { (try? RawClient(port: port)) == nil })
    }

    @Test("No descriptor is left open")
    func descriptors() async throws {
        func openCount() -> Int {
            (0..<Int32(1_024)).count { fcntl($0, F_GETFD) >= 0 }
        }
        func round() async throws {
            let handler: LoopbackServer.Handler = { request in
                ServerResponse(
                    status: 200, body: request.body,
                    delivery: request.target == "/cut" ? .cut(afterBytes: 1) : .complete)
            }
            try await Self.withServer(handler: handler) { _, port in
                for target in ["/", "/cut", "bad", "/"] {
                    _ = try await RawClient.exchange(
                        "GET \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", port: port)
                }
                let kept = try RawClient(port: port)
                try await kept.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                _ = try await kept.receive()
            }
        }
        try await round()
        let before = openCount()
        for _ in 0..<30 { try await round() }
        // Other suites open descriptors meanwhile: 30 rounds would leave 150 and more.
        #expect(try await Self.eventually { openCount() < before + 30 })
    }

    @Test("A server starts once, at an address and port that are free")
    func start() throws {
        let server = LoopbackServer { _ in ServerResponse(status: 200) }
        let url = try server.start()
        defer { server.stop() }
        #expect(url.absoluteString == "http://127.0.0.1:\(url.port ?? 0)/")
        #expect(server.url == url)
        #expect(throws: LoopbackServerError.self) { try server.start() }
        func code(_ configuration: LoopbackServer.Configuration) throws -> LoopbackServerError.Code {
            let other = LoopbackServer(configuration: configuration) { _ in ServerResponse(status: 200) }
            return try #require(throws: LoopbackServerError.self) { try other.start() }.code
        }
        #expect(try code(.init(port: try #require(url.port))) == .addressInUse)
        #expect(try code(.init(host: "192.0.2.1")) == .invalidHost)
        #expect(try code(.init(port: 65_536)) == .invalidHost)
        #expect(try code(.init(port: -1)) == .invalidHost)
    }

    @Test("A server that is let go closes its port")
    func letGo() async throws {
        var server: LoopbackServer? = LoopbackServer { _ in ServerResponse(status: 200) }
        let port = try #require(try server?.start().port)
        let client = try RawClient(port: port)
        try await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(Self.status(try await client.receive()) == 200)
        server = nil
        #expect(try await client.receiveAll().isEmpty)
        #expect(try await Self.eventually { (try? RawClient(port: port)) == nil })
    }
}
