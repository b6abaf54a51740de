extension GraphQL {
    /// Cuts a text into lexemes; blanks, commas and comments fall away.
    struct Lexer {
        private let bytes: [UInt8]
        private var index = 0
        private var line = 1
        private var lineStart = 0

        init(_ text: String) {
            bytes = Array(text.utf8)
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        }

        mutating func next() throws(SyntaxError) -> Lexeme {
            skipIgnored()
            let start = position
            guard index < bytes.count else { return Lexeme(kind: .end, text: "", position: start) }
            let byte = bytes[index]
            if Self.isNameStart(byte) { return Lexeme(kind: .name, text: name(), position: start) }
            switch byte {
            case UInt8(ascii: "\""): return Lexeme(kind: .string, text: try string(), position: start)
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(at: start)
            case UInt8(ascii: "."):
                guard matches("...") else { throw unknown(byte) }
                index += 3
                return Lexeme(kind: .spread, text: "...", position: start)
            default:
                guard Lexeme.name(of: byte) != "UNKNOWN_CHAR" else { throw unknown(byte) }
                index += 1
                return Lexeme(kind: .sign(byte), text: "", position: start)
            }
        }

        private var position: Position { Position(line: line, column: index - lineStart + 1) }

        private mutating func skipIgnored() {
            while index < bytes.count {
                switch bytes[index] {
                case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: ","): index += 1
                case UInt8(ascii: "\n"): newLine()
                case UInt8(ascii: "#"):
                    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
                case 0xEF where bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]): index += 3
                default: return
                }
            }
        }

        private mutating func newLine() {
            index += 1
            line += 1
            lineStart = index
        }

        private mutating func name() -> String {
            let start = index
            while index < bytes.count, Self.isNameStart(bytes[index]) || Self.isDigit(bytes[index]) {
                index += 1
            }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }

        private mutating func number(at position: Position) throws(SyntaxError) -> Lexeme {
            let start = index
            var kind = Lexeme.Kind.int
            if bytes[index] == UInt8(ascii: "-") { index += 1 }
            let leadingZero = peek == UInt8(ascii: "0")
            guard digits() > 0, !leadingZero || !(peek.map(Self.isDigit) ?? false) else { throw bad(start) }
            if leadingZero, bytes[start..<index].count > 2 { throw bad(start) }
            if peek == UInt8(ascii: "."), !matches("...") {
                index += 1
                kind = .float
                guard digits() > 0 else { throw bad(start) }
            }
            if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
                index += 1
                kind = .float
                if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
                guard digits() > 0 else { throw bad(start) }
            }
            if let next = peek, Self.isNameStart(next) { throw bad(start) }
            return Lexeme(
                kind: kind, text: String(decoding: bytes[start..<index], as: UTF8.self), position: position)
        }

        private mutating func digits() -> Int {
            let start = index
            while let byte = peek, Self.isDigit(byte) { index += 1 }
            return index - start
        }

        private mutating func string() throws(SyntaxError) -> String {
            if matches("\"\"\"") { return try blockString() }
            let start = position
            index += 1
            var value: [UInt8] = []
            while let byte = peek, byte != UInt8(ascii: "\n") {
                index += 1
                switch byte {
                case UInt8(ascii: "\""): return String(decoding: value, as: UTF8.self)
                case UInt8(ascii: "\\"): try escape(into: &value, from: start)
                default: value.append(byte)
                }
            }
            throw SyntaxError(
                message: "Unterminated string at [\(start.line), \(start.column)]", position: start)
        }

        private mutating func escape(into value: inout [UInt8], from start: Position) throws(SyntaxError) {
            guard let byte = peek else { return }
            index += 1
            switch byte {
            case UInt8(ascii: "b"): value.append(8)
            case UInt8(ascii: "f"): value.append(12)
            case UInt8(ascii: "n"): value.append(10)
            case UInt8(ascii: "r"): value.append(13)
            case UInt8(ascii: "t"): value.append(9)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): value.append(byte)
            case UInt8(ascii: "u"):
                guard var code = hexadecimal() else { throw badEscape(start) }
                if (0xD800..<0xDC00).contains(code), matches("\\u") {
                    index += 2
                    guard let low = hexadecimal(), (0xDC00..<0xE000).contains(low) else {
                        throw badEscape(start)
                    }
                    code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
                }
                guard let scalar = UnicodeScalar(code) else { throw badEscape(start) }
                value += Array(String(Character(scalar)).utf8)
            default: throw badEscape(start)
            }
        }

        /// Four hexadecimal digits, or any number of them in braces.
        private mutating func hexadecimal() -> UInt32? {
            if peek == UInt8(ascii: "{") {
                guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
                defer { index = end + 1 }
                return UInt32(String(decoding: bytes[(index + 1)..<end], as: UTF8.self), radix: 16)
            }
            guard index + 4 <= bytes.count else { return nil }
            defer { index += 4 }
            return UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        }

        private mutating func blockString() throws(SyntaxError) -> String {
            let start = position
            index += 3
            var raw: [UInt8] = []
            while index < bytes.count {
                if matches("\"\"\"") {
                    index += 3
                    return BlockString.value(of: String(decoding: raw, as: UTF8.self))
                }
                if matches("\\\"\"\"") {
                    raw += [UInt8](repeating: UInt8(ascii: "\""), count: 3)
                    index += 4
                } else {
                    raw.append(bytes[index])
                    if bytes[index] == UInt8(ascii: "\n") { newLine() } else { index += 1 }
                }
            }
            throw SyntaxError(
                message: "Unterminated string at [\(start.line), \(start.column)]", position: start)
        }

        private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

        private func matches(_ text: StaticString) -> Bool {
            text.withUTF8Buffer { bytes[index...].starts(with: $0) }
        }

        private func unknown(_ byte: UInt8) -> SyntaxError {
            let place = position
            let text = String(decoding: bytes[index...].prefix(1), as: UTF8.self)
            return SyntaxError(
                message:
                    "Expected a token, actual: UNKNOWN_CHAR (\"\(text)\") at [\(place.line), \(place.column)]",
                position: place)
        }

        private func bad(_ start: Int) -> SyntaxError {
            let place = Position(line: line, column: start - lineStart + 1)
            return SyntaxError(
                message: "Expected a number, but it was malformed at [\(place.line), \(place.column)]",
                position: place)
        }

        private func badEscape(_ start: Position) -> SyntaxError {
            SyntaxError(
                message: "Parse error on bad Unicode escape sequence at [\(start.line), \(start.column)]",
                position: start)
        }

        private static func isNameStart(_ byte: UInt8) -> Bool {
            (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
                || byte == UInt8(ascii: "_")
        }

        private static func isDigit(_ byte: UInt8) -> Bool {
            byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        }
    }
}
