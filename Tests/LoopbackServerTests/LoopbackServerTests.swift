import Foundation
import LoopbackServer
import Testing

@Suite struct LoopbackServerTests {
    private static func echo() -> LoopbackServer {
        LoopbackServer { request in
            ServerResponse(
                status: 200, headers: [("X-Method", request.method), ("X-Target", request.target)],
                body: request.body)
        }
    }

    @Test("One connection serves many requests, in order, even when they are sent at once")
    func pipelining() async throws {
        let server = Self.echo()
        let port = try #require(try server.start().port)
        defer { server.stop() }
        let client = try RawClient(port: port)
        let requests = (0..<50).map {
            "POST /\($0) HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n\(100 + $0)"
        }
        try await client.send(requests.joined())
        let text = try await client.receive(until: "\r\n\r\n149")
        let bodies = text.components(separatedBy: "\r\n\r\n").dropFirst().map { $0.prefix(3) }
        #expect(bodies == (100..<150).map { "\($0)" })
        #expect(server.acceptedConnectionCount == 1)
    }

    @Test("A chunked body arrives whole, an answer in chunks leaves in chunks")
    func chunks() async throws {
        let server = LoopbackServer {
            ServerResponse(status: 200, body: $0.body, delivery: .chunked(size: 4))
        }
        let port = try #require(try server.start().port)
        defer { server.stop() }
        let answer = try await RawClient.exchange(
            "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\n3;x=y\r\ndef\r\n0\r\nTrailer: 1\r\n\r\n", port: port)
        #expect(answer.hasSuffix("\r\n\r\n4\r\nabcd\r\n2\r\nef\r\n0\r\n\r\n"))
    }
}
