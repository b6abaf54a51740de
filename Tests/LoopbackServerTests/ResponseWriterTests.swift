import Foundation
import Testing

@testable import LoopbackServer

@Suite struct ResponseWriterTests {
    static func head(
        _ response: ServerResponse, method: String = "GET", keepsAlive: Bool = true, isHTTP10: Bool = false
    ) -> [String] {
        let message = RequestParser.Message(
            request: ServerRequest(method: method, target: "/"), keepsAlive: keepsAlive, isHTTP10: isHTTP10)
        let writer = ResponseWriter(response, to: message, now: Date(timeIntervalSince1970: 0))
        return String(decoding: writer.head, as: UTF8.self).components(separatedBy: "\r\n")
    }

    @Test("The server states the length, the date and the end of the connection")
    func additions() {
        let response = ServerResponse(
            status: 200, headers: [("A", "b"), ("content-length", "7")], body: [1, 2, 3])
        #expect(
            Self.head(response) == [
                "HTTP/1.1 200 OK", "A: b", "Date: Thu, 01 Jan 1970 00:00:00 GMT", "Content-Length: 3", "", "",
            ])
        #expect(Self.head(response, keepsAlive: false).contains("Connection: close"))
        #expect(Self.head(response, isHTTP10: true).contains("Connection: keep-alive"))
        let closing = ServerResponse(status: 200, headers: [("Connection", "Close"), ("DATE", "x")])
        #expect(
            Self.head(closing) == [
                "HTTP/1.1 200 OK", "DATE: x", "Content-Length: 0", "Connection: close", "", "",
            ])
    }

    @Test("A body that must not be sent is not announced", arguments: [100, 204, 304])
    func bodiless(_ status: Int) {
        let head = Self.head(ServerResponse(status: status, body: [1], delivery: .chunked(size: 1)))
        #expect(!head.contains { $0.hasPrefix("Content-Length") || $0.hasPrefix("Transfer-Encoding") })
    }

    @Test("HTTP/1.0 gets no chunks")
    func chunks() {
        let response = ServerResponse(status: 200, body: [1, 2], delivery: .chunked(size: 1))
        #expect(Self.head(response).contains("Transfer-Encoding: chunked"))
        #expect(Self.head(response, isHTTP10: true).contains("Content-Length: 2"))
    }

    @Test("A header value cannot begin another header field")
    func injection() {
        let head = Self.head(ServerResponse(status: 200, headers: [("A", "b\r\nEvil: 1\0"), ("C\nD", "e")]))
        #expect(head.contains("A: bEvil: 1"))
        #expect(head.contains("CD: e"))
    }
}
