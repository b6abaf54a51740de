/// Bytes not yet read, taken out as lines or as blocks.
struct LineReader {
    private var bytes: [UInt8] = []
    /// Where the unread bytes begin.
    private var start = 0
    /// Up to where no line end was found.
    private var scanned = 0

    var isEmpty: Bool { start == bytes.count }

    mutating func append(_ more: some Sequence<UInt8>) {
        if isEmpty {
            bytes.removeAll(keepingCapacity: true)
            start = 0
            scanned = 0
        } else if start > 65_536 {
            bytes.removeFirst(start)
            scanned -= start
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next line without its CRLF, or `nil` while it is incomplete.
    ///
    /// - Parameter limit: how many bytes the line may have, its end included.
    mutating func next(limit: Int) throws(RequestFailure) -> String? {
        while scanned < bytes.count, bytes[scanned] != UInt8(ascii: "\n") { scanned += 1 }
        let isComplete = scanned < bytes.count
        guard scanned - start + (isComplete ? 1 : 0) <= limit else { throw .headerTooLarge }
        guard isComplete else { return nil }
        let line = bytes[start..<scanned]
        scanned += 1
        start = scanned
        guard line.last == UInt8(ascii: "\r"), line.firstIndex(of: UInt8(ascii: "\r")) == line.endIndex - 1
        else {
            throw .malformed("a line does not end in CRLF")
        }
        return String(decoding: line.dropLast(), as: UTF8.self)
    }

    /// Moves at most that many bytes to the end of `target`.
    mutating func take(_ count: Int, into target: inout [UInt8]) {
        let end = min(start + count, bytes.count)
        target.append(contentsOf: bytes[start..<end])
        start = end
        scanned = end
    }
}
