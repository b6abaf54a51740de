import Testing

@testable import LoopbackServer

@Suite struct RequestParserTests {
    /// What a stream of bytes reads as, fed in those pieces.
    struct Reading: Equatable {
        var requests: [String] = []
        var failure: RequestFailure?

        init(_ pieces: [ArraySlice<UInt8>], maximumHeaderBytes: Int = 1_000, maximumBodyBytes: Int = 1_000) {
            var parser = RequestParser(
                maximumHeaderBytes: maximumHeaderBytes, maximumBodyBytes: maximumBodyBytes)
            do throws(RequestFailure) {
                for piece in pieces {
                    parser.append(piece)
                    while let message = try parser.next() { requests.append(Self.text(message)) }
                }
            } catch {
                failure = error
            }
        }

        init(_ text: String, maximumHeaderBytes: Int = 1_000, maximumBodyBytes: Int = 1_000) {
            self.init(
                [Array(text.utf8)[...]], maximumHeaderBytes: maximumHeaderBytes,
                maximumBodyBytes: maximumBodyBytes)
        }

        private static func text(_ message: RequestParser.Message) -> String {
            let request = message.request
            let fields = request.headers.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
            let body = String(decoding: request.body, as: UTF8.self)
            return "\(request.method) \(request.target) [\(fields)] \(body) \(message.keepsAlive)"
        }
    }

    static let streams = [
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "\r\n\r\nPOST /x?y=1 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
        "POST / HTTP/1.1\r\nhost:a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe\r\no\r\n3;a=\"b\"\r\n\r\n!\r\n0\r\nX: y\r\n\r\n",
        "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nabGET /3 HTTP/1.0\r\n\r\n",
        "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: CHUNKED\r\nConnection: x , close\r\n\r\n00A \r\n0123456789\r\n0\r\n\r\n",
        "GET / HTTP/1.0\r\nConnection: keep-alive\r\nX:\t a b \t\r\nEmpty:\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\nDELETE /z HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
    ]

    @Test("A stream reads the same wherever it is split, and in pieces of any size", arguments: streams)
    func splits(_ stream: String) {
        let bytes = Array(stream.utf8)
        let whole = Reading([bytes[...]])
        for middle in 0...bytes.count {
            #expect(Reading([bytes[..<middle], bytes[middle...]]) == whole, "split at \(middle)")
        }
        for size in 1...bytes.count {
            let starts = stride(from: 0, to: bytes.count, by: size)
            let pieces = starts.map { bytes[$0..<min($0 + size, bytes.count)] }
            #expect(Reading(pieces) == whole, "in pieces of \(size)")
        }
    }

    @Test("Requests are read as they were meant")
    func readings() {
        #expect(
            Self.streams.map { Reading($0).requests } == [
                ["GET / [Host=a]  true"],
                ["POST /x?y=1 [Host=a,Content-Length=5] hello true"],
                ["POST / [host=a,Transfer-Encoding=chunked] he\r\no\r\n! true"],
                [
                    "GET /1 [Host=a]  true", "POST /2 [Host=a,Content-Length=2] ab true", "GET /3 []  false",
                ],
                ["PUT / [Host=a,Transfer-Encoding=CHUNKED,Connection=x , close] 0123456789 false"],
                ["GET / [Connection=keep-alive,X=a b,Empty=]  true"],
                ["POST / [Host=a,Content-Length=0]  true", "DELETE /z [Host=a]  true"],
                ["GET / [Host=a]  true"],
                [],
            ])
    }

    @Test(
        "What two readers could understand differently is refused",
        arguments: [
            // RFC 9112, section 11.2: two lengths, or a length and chunks.
            ("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", 400),
            ("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n", 400),
            ("Content-Length: 5\r\nContent-Length: 6\r\n", 400), ("Content-Length: 5, 6\r\n", 400),
            ("Content-Length: 5, 5\r\n", 400), ("Content-Length: +5\r\n", 400),
            ("Content-Length: -1\r\n", 400),
            ("Content-Length: 0x5\r\n", 400), ("Content-Length: 5 5\r\n", 400), ("Content-Length:\r\n", 400),
            ("Content-Length: \u{0665}\r\n", 400),
            ("Content-Length: 99999999999999999999\r\n", 413), ("Content-Length: 1001\r\n", 413),
            ("Transfer-Encoding: gzip, chunked\r\n", 501), ("Transfer-Encoding: identity\r\n", 501),
            ("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", 501),
            ("Transfer-Encoding: xchunked\r\n", 501),
            // RFC 9112, section 5: blanks before the colon, folded lines, odd characters.
            ("Content-Length : 5\r\n", 400), (" X: folded\r\n", 400), ("X: a\r\n\tb\r\n", 400),
            ("X\r\n", 400),
            (": a\r\n", 400), ("X: a\0b\r\n", 400), ("X: a\rb\r\n", 400), ("X: a\n", 400),
            ("X\u{e9}: a\r\n", 400),
            ("Host: b\r\n", 400),
        ])
    func smuggling(_ fields: String, status: Int) {
        let reading = Reading(
            "POST / HTTP/1.1\r\nHost: a\r\n\(fields)\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(reading.requests.isEmpty)
        #expect(reading.failure?.status == status)
    }

    @Test(
        "A request line that is none is refused",
        arguments: [
            ("GET /", 400), ("GET  / HTTP/1.1", 400), ("GET / HTTP/1.1 ", 400), (" GET / HTTP/1.1", 400),
            ("GET", 400),
            ("GET / http/1.1", 400), ("GET / HTTP/1", 400), ("GET / HTTP/1.10", 400),
            ("GET / HTTPS/1.1", 400),
            ("G(T / HTTP/1.1", 400), ("GET /\u{e9} HTTP/1.1", 400), ("GET /a\tb HTTP/1.1", 400),
            ("GET  HTTP/1.1", 400),
            ("GET / HTTP/2.0", 505), ("GET / HTTP/0.9", 505), ("PRI * HTTP/2.0", 505),
            ("\u{16}\u{3}\u{1}", 400),
        ])
    func requestLines(_ line: String, status: Int) {
        let reading = Reading("\(line)\r\nHost: a\r\n\r\n")
        #expect(reading.requests.isEmpty)
        #expect(reading.failure?.status == status)
    }

    @Test(
        "A chunked body that is none is refused",
        arguments: [
            "\r\n", "g\r\n", "-1\r\n", "0x1\r\na\r\n", "1 1\r\na\r\n", "FFFFFFFFFFFFFFFFF\r\n", "1\r\nab\r\n",
            "1\na\r\n",
            "1\r\na\n\r\n", ";x\r\n", "0\r\nX y\r\n\r\n",
        ])
    func chunks(_ body: String) {
        let reading = Reading("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(body)")
        #expect(reading.requests.isEmpty)
        #expect(reading.failure?.status == 400)
    }

    @Test("HTTP/1.1 needs exactly one Host, HTTP/1.0 none")
    func host() {
        #expect(Reading("GET / HTTP/1.1\r\n\r\n").failure?.status == 400)
        #expect(Reading("GET / HTTP/1.0\r\n\r\n").requests.count == 1)
    }

    @Test("Head and body may be as large as the limits say, and not a byte larger")
    func limits() {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n"
        let whole = head + "0123456789"
        let exact = head.utf8.count
        #expect(Reading(whole, maximumHeaderBytes: exact, maximumBodyBytes: 10).requests.count == 1)
        #expect(Reading(whole, maximumHeaderBytes: exact - 1).failure == .headerTooLarge)
        #expect(Reading(head, maximumBodyBytes: 9).failure == .bodyTooLarge)
        let chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n012345\r\n"
        #expect(Reading(chunked + "4\r\n6789\r\n0\r\n\r\n", maximumBodyBytes: 10).requests.count == 1)
        #expect(Reading(chunked + "5\r\n", maximumBodyBytes: 10).failure == .bodyTooLarge)
        #expect(Reading(String(repeating: "a", count: 1_001)).failure == .headerTooLarge)
        #expect(Reading(String(repeating: "\r\n", count: 501)).failure == .headerTooLarge)
        #expect(
            Reading(chunked + "0\r\n" + String(repeating: "a: b\r\n", count: 200)).failure == .headerTooLarge)
    }

    @Test("No bytes make it crash, and reading never depends on how they arrive", arguments: 0..<10)
    func noise(_ seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<50 {
            var bytes = Array(Self.streams[Int(random.next() % UInt64(Self.streams.count))].utf8)
            for _ in 0..<(random.next() % 4) {
                let index = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 3 {
                case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: index)
                default: bytes.insert(Array("\r\n :0,;".utf8)[Int(random.next() % 7)], at: index)
                }
            }
            let middle = Int(random.next() % UInt64(bytes.count + 1))
            #expect(Reading([bytes[..<middle], bytes[middle...]]) == Reading([bytes[...]]))
        }
    }

    @Test("Only who waits for 100 Continue gets it")
    func expectContinue() throws {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-Continue\r\n\r\n"
        var waiting = RequestParser(maximumHeaderBytes: 1_000, maximumBodyBytes: 1_000)
        waiting.append(head.utf8)
        #expect(try waiting.next() == nil)
        #expect(waiting.expectsContinue)
        waiting.append("ab".utf8)
        #expect(try waiting.next()?.request.body == Array("ab".utf8))
        #expect(!waiting.expectsContinue)

        var impatient = RequestParser(maximumHeaderBytes: 1_000, maximumBodyBytes: 1_000)
        impatient.append("\(head)a".utf8)
        #expect(try impatient.next() == nil)
        #expect(!impatient.expectsContinue)
    }
}
