/// The line before a chunk: its size in hexadecimal digits, and extensions that mean nothing to us (RFC 9112,
/// section 7.1.1).
struct ChunkSize {
    let value: Int

    init(line: String) throws(RequestFailure) {
        let digits = line.utf8.prefix {
            $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t")
        }
        guard !digits.isEmpty, digits.count <= 15, digits.allSatisfy(\.isHexadecimalDigit),
            let value = Int(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw .malformed("no chunk size") }
        let rest = line.utf8.dropFirst(digits.count).drop {
            $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t")
        }
        guard rest.isEmpty || rest.first == UInt8(ascii: ";") else { throw .malformed("no chunk size") }
        self.value = value
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isHexadecimalDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }

    /// A character of a method or field name (RFC 9110, section 5.6.2).
    var isTokenCharacter: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
            || "!#$%&'*+-.^_`|~".utf8.contains(self)
    }

    /// A control character other than the tab.
    var isForbiddenInFields: Bool { (self < 0x20 && self != 0x09) || self == 0x7F }
}
