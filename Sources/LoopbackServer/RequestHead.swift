/// Request line and header fields, checked (RFC 9112, sections 3 and 5).
struct RequestHead {
    /// How the end of the body is found (RFC 9112, section 6).
    enum Framing: Equatable {
        case none
        case length(Int)
        case chunked
    }

    let method: String
    let target: String
    let fields: [(name: String, value: String)]
    let isHTTP10: Bool
    let keepsAlive: Bool
    let expectsContinue: Bool
    let framing: Framing

    init(lines: [String]) throws(RequestFailure) {
        let parts = lines[0].split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, Self.isToken(parts[0]), !parts[1].isEmpty,
            parts[1].utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw .malformed("no request line") }
        method = String(parts[0])
        target = String(parts[1])
        isHTTP10 = try Self.isHTTP10(version: parts[2])

        var fields: [(name: String, value: String)] = []
        for line in lines.dropFirst() { fields.append(try Self.field(line)) }
        self.fields = fields
        func values(_ name: String) -> [String] {
            fields.filter { $0.name.lowercased() == name }.map(\.value)
        }

        let hosts = values("host").count
        guard hosts == 1 || (hosts == 0 && isHTTP10) else { throw .malformed("not one Host") }
        let connection = values("connection").joined(separator: ",").lowercased().split(separator: ",")
            .map { $0.filter { $0 != " " && $0 != "\t" } }
        keepsAlive = isHTTP10 ? connection.contains("keep-alive") : !connection.contains("close")
        expectsContinue = !isHTTP10 && values("expect").contains { $0.lowercased() == "100-continue" }
        framing = try Self.framing(
            lengths: values("content-length"), codings: values("transfer-encoding"), isHTTP10: isHTTP10)
    }

    private static func isHTTP10(version: Substring) throws(RequestFailure) -> Bool {
        let bytes = Array(version.utf8)
        guard bytes.count == 8, version.hasPrefix("HTTP/"), bytes[5].isDigit, bytes[6] == UInt8(ascii: "."),
            bytes[7].isDigit
        else { throw .malformed("no HTTP version") }
        guard bytes[5] == UInt8(ascii: "1") else { throw .unsupportedVersion }
        return bytes[7] == UInt8(ascii: "0")
    }

    /// One header or trailer field.
    static func field(_ line: String) throws(RequestFailure) -> (name: String, value: String) {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]),
            !line.utf8.contains(where: \.isForbiddenInFields)
        else { throw .malformed("a header field is malformed") }
        var value = line.utf8[line.utf8.index(after: colon)...]
        while let first = value.first, first == 0x20 || first == 0x09 { value.removeFirst() }
        while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
        return (String(line[..<colon]), String(decoding: value, as: UTF8.self))
    }

    private static func isToken(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(\.isTokenCharacter)
    }

    /// A body whose end two readers could see at different places is refused: that is how requests are smuggled
    /// (RFC 9112, section 11.2).
    private static func framing(
        lengths: [String], codings: [String], isHTTP10: Bool
    ) throws(RequestFailure) -> Framing {
        if !codings.isEmpty {
            guard lengths.isEmpty, !isHTTP10 else { throw .malformed("two ways to find the end of the body") }
            guard codings.count == 1, codings[0].lowercased() == "chunked" else {
                throw .unknownTransferCoding
            }
            return .chunked
        }
        guard let first = lengths.first else { return .none }
        guard lengths.allSatisfy({ $0 == first }), !first.isEmpty, first.utf8.allSatisfy(\.isDigit) else {
            throw .malformed("no one Content-Length")
        }
        guard let length = Int(first) else { throw .bodyTooLarge }
        return length == 0 ? .none : .length(length)
    }
}
