/// Reads HTTP/1.1 requests from a stream of bytes that arrives in any pieces (RFC 9112).
///
/// Strict where leniency lets two readers disagree about where a request ends: lines end in CRLF, a length is
/// stated once and one way. Every byte is looked at once, whatever the pieces.
struct RequestParser {
    /// One complete request and what its framing says about the connection.
    struct Message {
        var request: ServerRequest
        /// Whether another request may follow on this connection (RFC 9112, section 9.3).
        var keepsAlive: Bool
        /// HTTP/1.0 knows neither chunks nor `100 Continue`.
        var isHTTP10: Bool
    }

    private enum State {
        case head
        case body(RequestHead, length: Int)
        case chunkSize(RequestHead)
        case chunk(RequestHead, length: Int)
        case trailers(RequestHead)
    }

    private var state = State.head
    private var lines: LineReader
    private var body: [UInt8] = []
    private var headLines: [String] = []
    private var headBytes = 0
    private let maximumHeaderBytes: Int
    private let maximumBodyBytes: Int

    /// Whether the client waits for `100 Continue` before it sends the body.
    private(set) var expectsContinue = false

    /// Whether nothing of a further request has arrived.
    var isBetweenRequests: Bool {
        if case .head = state { headLines.isEmpty && lines.isEmpty } else { false }
    }

    init(maximumHeaderBytes: Int, maximumBodyBytes: Int) {
        self.maximumHeaderBytes = maximumHeaderBytes
        self.maximumBodyBytes = maximumBodyBytes
        lines = LineReader()
    }

    mutating func append(_ bytes: some Sequence<UInt8>) { lines.append(bytes) }

    /// The next complete request, or `nil` until more bytes are appended.
    mutating func next() throws(RequestFailure) -> Message? {
        while true {
            switch state {
            case .head:
                guard let head = try readHead() else { return nil }
                if let message = try begin(head) { return message }
            case .body(let head, let length):
                guard take(upTo: length) else { return nil }
                return finish(head)
            case .chunkSize(let head):
                guard let line = try readLine(limit: 4096) else { return nil }
                let size = try ChunkSize(line: line).value
                guard size <= maximumBodyBytes - body.count else { throw .bodyTooLarge }
                state = size == 0 ? .trailers(head) : .chunk(head, length: body.count + size)
            case .chunk(let head, let length):
                guard take(upTo: length) else { return nil }
                guard let line = try readLine(limit: 4096) else { return nil }
                guard line.isEmpty else { throw .malformed("a chunk is longer than its size") }
                state = .chunkSize(head)
            case .trailers(let head):
                guard let trailers = try readFields() else { return nil }
                for line in trailers { _ = try RequestHead.field(line) }
                return finish(head)
            }
        }
    }

    private mutating func readHead() throws(RequestFailure) -> RequestHead? {
        while headLines.isEmpty {
            // RFC 9112, section 2.2: a server ignores empty lines before a request.
            guard let line = try readLine(limit: maximumHeaderBytes - headBytes) else { return nil }
            headBytes += 2 + line.utf8.count
            if !line.isEmpty { headLines.append(line) }
        }
        guard let lines = try readFields() else { return nil }
        return try RequestHead(lines: lines)
    }

    /// The lines up to an empty one.
    private mutating func readFields() throws(RequestFailure) -> [String]? {
        while let line = try readLine(limit: maximumHeaderBytes - headBytes) {
            headBytes += 2 + line.utf8.count
            if line.isEmpty {
                defer {
                    headLines = []
                    headBytes = 0
                }
                return headLines
            }
            headLines.append(line)
        }
        return nil
    }

    private mutating func readLine(limit: Int) throws(RequestFailure) -> String? {
        try lines.next(limit: limit)
    }

    private mutating func begin(_ head: RequestHead) throws(RequestFailure) -> Message? {
        switch head.framing {
        case .none:
            return finish(head)
        case .length(let length):
            guard length <= maximumBodyBytes else { throw .bodyTooLarge }
            body.reserveCapacity(length)
            state = .body(head, length: length)
        case .chunked:
            state = .chunkSize(head)
        }
        expectsContinue = head.expectsContinue && lines.isEmpty
        return nil
    }

    /// Moves bytes into the body until it has that many; `false` while some are missing.
    private mutating func take(upTo length: Int) -> Bool {
        lines.take(length - body.count, into: &body)
        if !body.isEmpty { expectsContinue = false }
        return body.count == length
    }

    private mutating func finish(_ head: RequestHead) -> Message {
        defer {
            state = .head
            body = []
            expectsContinue = false
        }
        return Message(
            request: ServerRequest(
                method: head.method, target: head.target, headers: head.fields, body: body),
            keepsAlive: head.keepsAlive, isHTTP10: head.isHTTP10)
    }

    /// Tells that `100 Continue` was sent.
    mutating func didContinue() { expectsContinue = false }
}
