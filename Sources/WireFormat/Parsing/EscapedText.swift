/// The inside of a JSON string that holds escapes, known to be well-formed but for surrogates.
struct EscapedText {
    private var rest: ArraySlice<UInt8>
    private var text: [UInt8] = []

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
        text.reserveCapacity(bytes.count)
    }

    /// What it means; `nil` when that is not Unicode.
    func unescaped() -> String? {
        var reader = self
        while let byte = reader.rest.popFirst() {
            if byte == UInt8(ascii: "\\") {
                guard let scalar = reader.escape() else { return nil }
                reader.text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            } else {
                reader.text.append(byte)
            }
        }
        return String(validating: reader.text, as: UTF8.self)
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard let byte = rest.popFirst() else { return nil }
        switch byte {
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return unicodeEscape()
        default: return Unicode.Scalar(byte)
        }
    }

    private mutating func unicodeEscape() -> Unicode.Scalar? {
        guard let high = codeUnit() else { return nil }
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard rest.popFirst() == UInt8(ascii: "\\"), rest.popFirst() == UInt8(ascii: "u"),
            let low = codeUnit()
        else { return nil }
        var units = [high, low].makeIterator()
        var decoder = UTF16()
        guard case .scalarValue(let scalar) = decoder.decode(&units) else { return nil }
        return scalar
    }

    private mutating func codeUnit() -> UInt16? {
        let digits = rest.prefix(4)
        rest = rest.dropFirst(4)
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
