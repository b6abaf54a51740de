/// Finds out in one pass what stands where in a JSON text (RFC 8259). It does not recurse, so depth costs memory only,
/// and is limited as Foundation limits it.
struct JSONScanner {
    private static let maximumDepth = 512

    private struct Container {
        var node: Int
        var isObject: Bool
        var names = NameSet()
    }

    private let bytes: [UInt8]
    private var position = 0
    private var nodes: [JSONDocument.Node] = []
    private var containers: [Container] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func scan() throws(JSONSyntaxError) -> [JSONDocument.Node] {
        // Places are told in 32 bits.
        guard bytes.count < Int(Int32.max) else { throw failure("too long") }
        nodes.reserveCapacity(bytes.count / 12)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        repeat {
            try scanValue()
        } while try goOn()
        guard position == bytes.count else { throw failure("something follows the value") }
        return nodes
    }

    /// One scalar, an empty container, or the beginning of another.
    private mutating func scanValue() throws(JSONSyntaxError) {
        skipBlanks()
        guard let byte = peek else { throw failure("the text ends where a value is expected") }
        switch byte {
        case UInt8(ascii: "\""): try scanString(.string)
        case UInt8(ascii: "{"): try open(.object)
        case UInt8(ascii: "["): try open(.array)
        case UInt8(ascii: "n"): try scanWord("null", .null)
        case UInt8(ascii: "t"): try scanWord("true", .true)
        case UInt8(ascii: "f"): try scanWord("false", .false)
        default: try scanNumber()
        }
    }

    /// Goes to the next value, past the ends of containers; `false` at the end of the text.
    private mutating func goOn() throws(JSONSyntaxError) -> Bool {
        while let container = containers.last {
            skipBlanks()
            let isFresh = nodes[container.node].length == 0
            if take(container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                // After a comma something must follow, which is why only here a container may end.
                close()
                continue
            }
            if !isFresh {
                guard take(UInt8(ascii: ",")) else { throw failure("',' or an end is expected") }
            }
            if container.isObject { try scanName() }
            nodes[container.node].length += 1
            return true
        }
        skipBlanks()
        return false
    }

    private mutating func open(_ kind: JSONDocument.Node.Kind) throws(JSONSyntaxError) {
        guard containers.count < Self.maximumDepth else { throw failure("nested too deep") }
        containers.append(Container(node: nodes.count, isObject: kind == .object))
        append(kind, start: position, end: position)
        position += 1
    }

    private mutating func close() {
        let container = containers.removeLast()
        nodes[container.node].next = UInt32(nodes.count)
    }

    private mutating func scanName() throws(JSONSyntaxError) {
        skipBlanks()
        guard peek == UInt8(ascii: "\"") else { throw failure("a member's name is expected") }
        let index = nodes.count
        try scanString(.name)
        let last = containers.count - 1
        let container = containers[last].node
        if !containers[last].names.insert(index, after: container, in: nodes, bytes) {
            nodes[index].kind = .repeatedName
        }
        skipBlanks()
        guard take(UInt8(ascii: ":")) else { throw failure("':' is expected") }
    }

    private mutating func scanString(_ kind: JSONDocument.Node.Kind) throws(JSONSyntaxError) {
        let start = position + 1
        guard let end = try endOfString(from: start) else { throw failure("the text ends within a string") }
        append(kind, start: start, end: end.place)
        nodes[nodes.count - 1].hasEscapes = end.hasEscapes
        position = end.place + 1
    }

    private mutating func endOfString(
        from start: Int
    ) throws(JSONSyntaxError) -> (place: Int, hasEscapes: Bool)? {
        var place = start
        var hasEscapes = false
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") { return (place, hasEscapes) }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                place = try endOfEscape(at: place)
            } else {
                guard byte >= 0x20 else {
                    position = place
                    throw failure("a control character within a string")
                }
                place += 1
            }
        }
        return nil
    }

    private mutating func endOfEscape(at place: Int) throws(JSONSyntaxError) -> Int {
        guard place + 1 < bytes.count else { throw failure("the text ends within a string") }
        switch bytes[place + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return place + 2
        case UInt8(ascii: "u"):
            let digits = bytes[(place + 2)...].prefix(4)
            guard digits.count == 4, digits.allSatisfy(\.isHexDigit) else { break }
            return place + 6
        default: break
        }
        position = place
        throw failure("an unknown escape")
    }

    private mutating func scanWord(
        _ word: StaticString, _ kind: JSONDocument.Node.Kind
    ) throws(JSONSyntaxError) {
        let start = position
        for offset in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[offset]) {
            throw failure("'\(word)' is expected")
        }
        append(kind, start: start, end: position)
    }

    private mutating func scanNumber() throws(JSONSyntaxError) {
        let start = position
        var isInteger = true
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try takeDigits() }
        if take(UInt8(ascii: ".")) {
            isInteger = false
            try takeDigits()
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isInteger = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try takeDigits()
        }
        append(isInteger ? .integer : .number, start: start, end: position)
    }

    private mutating func takeDigits() throws(JSONSyntaxError) {
        let start = position
        while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
        if position == start {
            throw failure(position == bytes.count ? "the text ends within a number" : "no value begins so")
        }
    }

    private mutating func append(_ kind: JSONDocument.Node.Kind, start: Int, end: Int) {
        nodes.append(
            JSONDocument.Node(
                start: UInt32(start), length: UInt32(end - start), next: UInt32(nodes.count + 1), kind: kind))
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    private func failure(_ reason: String) -> JSONSyntaxError {
        JSONSyntaxError(offset: position, reason: reason)
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
