import Foundation
import Testing

@testable import LoopbackServer

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

@Suite(.serialized, .timeLimit(.minutes(10))) struct LoopbackServerTests {
    /// Runs a body against a server that echoes, or that answers so.
    static func withServer<Value>(
        _ configuration: LoopbackServer.Configuration = .init(),
        handler: @escaping LoopbackServer.Handler = { request in
            ServerResponse(status: 200, headers: [("X-Target", request.target)], body: request.body)
        },
        body: (LoopbackServer, Int) async throws -> Value
    ) async throws -> Value {
        let server = LoopbackServer(configuration: configuration, handler: handler)
        let port = try #require(try server.start().port)
        defer { server.stop() }
        return try await body(server, port)
    }

    /// Waits for something that is about to happen.
    static func eventually(_ condition: () throws -> Bool) async throws -> Bool {
        for _ in 0..<400 {
            if try condition() { return true }
            try await Task.sleep(for: .milliseconds(5))
        }
        return false
    }

    static func status(_ answer: String) -> Int? { Int(answer.dropFirst(9).prefix(3)) }

    @Test("One connection serves many requests, in order, even when they are sent at once")
    func pipelining() async throws {
        try await Self.withServer { server, port in
            let client = try RawClient(port: port)
            let requests = (100..<150).map {
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n\($0)"
            }
            try await client.send(requests.joined())
            let text = try await client.receive(until: "\r\n\r\n149")
            let bodies = text.components(separatedBy: "\r\n\r\n").dropFirst().map { $0.prefix(3) }
            #expect(bodies == (100..<150).map { "\($0)" })
            #expect(server.acceptedConnectionCount == 1)
        }
    }

    @Test("A chunked body arrives whole, an answer in chunks leaves in chunks")
    func chunks() async throws {
        let handler: LoopbackServer.Handler = {
            ServerResponse(status: 200, body: $0.body, delivery: .chunked(size: 4))
        }
        try await Self.withServer(handler: handler) { _, port in
            let answer = try await RawClient.exchange(
                "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "3\r\nabc\r\n3;x=y\r\ndef\r\n0\r\nTrailer: 1\r\n\r\n", port: port)
            #expect(answer.hasSuffix("\r\n\r\n4\r\nabcd\r\n2\r\nef\r\n0\r\n\r\n"))
        }
    }

    @Test(
        "What cannot be read is answered so, and the connection closed",
        arguments: [
            ("nonsense\r\n\r\n", 400), ("GET / HTTP/3.0\r\n\r\n", 505),
            ("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 1_000))\r\n\r\n", 431),
            (
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n\(String(repeating: "a", count: 1_001))",
                413
            ),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        ])
    func refusals(_ request: String, status: Int) async throws {
        let configuration = LoopbackServer.Configuration(maximumHeaderBytes: 1_000, maximumBodyBytes: 1_000)
        try await Self.withServer(configuration) { server, port in
            let client = try RawClient(port: port)
            try await client.send(request)
            let answer = try await client.receiveAll()
            #expect(Self.status(answer) == status)
            #expect(answer.contains("Connection: close\r\n"))
            client.socket.close()
            #expect(try await Self.eventually { server.connectionCount == 0 })
        }
    }

    @Test("A client that waits for 100 Continue gets it, or at once the refusal")
    func expectContinue() async throws {
        try await Self.withServer(.init(maximumBodyBytes: 10)) { _, port in
            let client = try RawClient(port: port)
            try await client.send(
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
            #expect(try await client.receive() == "HTTP/1.1 100 Continue\r\n\r\n")
            try await client.send("ab")
            #expect(try await client.receive(until: "ab").hasPrefix("HTTP/1.1 200 OK\r\n"))
            try await client.send(
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n")
            #expect(Self.status(try await client.receiveAll()) == 413)
        }
    }

    @Test("HEAD gets the head that GET gets")
    func head() async throws {
        let handler: LoopbackServer.Handler = { _ in
            ServerResponse(status: 200, headers: [("Date", "x")], body: [65, 66])
        }
        try await Self.withServer(handler: handler) { _, port in
            func answer(_ method: String) async throws -> String {
                try await RawClient.exchange(
                    "\(method) / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", port: port)
            }
            let head = try await answer("HEAD")
            let whole = try await answer("GET")
            #expect(head + "AB" == whole)
        }
    }

    @Test("The connection is kept unless one side wants it closed")
    func keepAlive() async throws {
        try await Self.withServer { server, port in
            for request in [
                "GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            ] {
                #expect(Self.status(try await RawClient.exchange(request, port: port)) == 200)
            }
            let client = try RawClient(port: port)
            for _ in 0..<3 {
                try await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(Self.status(try await client.receive(until: "\r\n\r\n")) == 200)
            }
            #expect(server.acceptedConnectionCount == 3)
        }
    }

    @Test(
        "Every delivery does what it says",
        arguments: [
            (.complete, "\r\n\r\n0123456789"),
            (.cut(afterBytes: 4), "Content-Length: 10\r\nConnection: close\r\n\r\n0123"),
            (.cut(afterBytes: 0), "Content-Length: 10\r\nConnection: close\r\n\r\n"),
            (.closedBeforeReply, ""),
            (.slow(bytes: 3, pause: .milliseconds(1)), "Connection: close\r\n\r\n0123456789"),
            (.raw([72, 105]), "Hi"), (.chunked(size: 6), "\r\n\r\n6\r\n012345\r\n4\r\n6789\r\n0\r\n\r\n"),
        ] as [(ServerResponse.Delivery, String)])
    func deliveries(_ delivery: ServerResponse.Delivery, end: String) async throws {
        let response = ServerResponse(status: 200, body: Array("0123456789".utf8), delivery: delivery)
        try await Self.withServer(handler: { _ in response }) { _, port in
            let answer = try await RawClient.exchange(
                "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", port: port)
            #expect(answer.hasSuffix(end))
            #expect(!end.isEmpty || answer.isEmpty)
        }
    }

    @Test("A silent delivery says nothing until the client leaves")
    func silence() async throws {
        let handler: LoopbackServer.Handler = { _ in ServerResponse(status: 200, delivery: .silent) }
        try await Self.withServer(.init(idleTimeout: .milliseconds(40)), handler: handler) { server, port in
            let client = try RawClient(port: port)
            try await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            try await Task.sleep(for: .milliseconds(120))
            #expect(server.connectionCount == 1)
            client.socket.close()
            #expect(try await Self.eventually { server.connectionCount == 0 })
        }
    }

    @Test("Latency and pauses go through the configured sleep")
    func latency() async throws {
        let slept = Slept()
        let configuration = LoopbackServer.Configuration(
            now: { Date(timeIntervalSince1970: 0) }, sleep: { slept.add($0) })
        let handler: LoopbackServer.Handler = { _ in
            ServerResponse(
                status: 200, body: [65, 66, 67], delivery: .slow(bytes: 2, pause: .seconds(3_600)),
                latency: .seconds(7_200))
        }
        try await Self.withServer(configuration, handler: handler) { _, port in
            let answer = try await RawClient.exchange("GET / HTTP/1.0\r\n\r\n", port: port)
            #expect(answer.contains("Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"))
            #expect(slept.durations == [.seconds(7_200), .seconds(3_600), .seconds(3_600)])
        }
    }
}
