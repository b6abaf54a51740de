/// A text as the bytes of UTF-8, read by position.
struct TextBytes {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var end: Int { bytes.count }

    /// 0 before the start and after the end.
    subscript(_ position: Int) -> UInt8 { bytes.indices.contains(position) ? bytes[position] : 0 }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Whether these characters, all ASCII, stand there.
    func has(_ text: StaticString, at position: Int) -> Bool {
        guard position >= 0, position + text.utf8CodeUnitCount <= end else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(bytes[position..<(position + $0.count)]) }
    }

    /// Whether these characters, all ASCII, end there.
    func has(_ text: StaticString, before position: Int) -> Bool {
        has(text, at: position - text.utf8CodeUnitCount)
    }

    /// Where the run of such bytes from there on ends.
    func end(of position: Int, while isPart: (UInt8) -> Bool) -> Int {
        var position = position
        while position < end, isPart(bytes[position]) { position += 1 }
        return position
    }

    /// Where a number without leading zeros of at most that many digits ends; `nil` if none stands there.
    func endOfNumber(at position: Int, digits: Int) -> Int? {
        guard self[position].isDigit, self[position] != 0x30 else { return nil }
        var end = position + 1
        while end - position <= digits, self[end].isDigit { end += 1 }
        return end - position <= digits ? end : nil
    }

    /// Whether a letter beyond ASCII that has case stands before or after there. Letters of scripts without case, as in
    /// `修复ABC-1`, do not belong to the word beside them.
    func isJoined(at position: Int) -> Bool {
        if self[position] >= 0xC0 {
            let end = end(of: position + 1) { (0x80..<0xC0).contains($0) }
            if string(position..<min(end, position + 4)).unicodeScalars.first?.isJoining ?? false {
                return true
            }
        }
        guard self[position - 1] >= 0x80 else { return false }
        var start = position - 1
        while start > 0, position - start < 4, (0x80..<0xC0).contains(self[start]) { start -= 1 }
        return string(start..<position).unicodeScalars.last?.isJoining ?? false
    }
}

extension Unicode.Scalar {
    fileprivate var isJoining: Bool {
        properties.isCased || properties.generalCategory == .nonspacingMark
    }
}
