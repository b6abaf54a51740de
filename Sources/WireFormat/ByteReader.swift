/// Reads ASCII forms byte by byte without copying.
struct ByteReader<Bytes: Collection> where Bytes.Element == UInt8 {
    private let bytes: Bytes
    private var index: Bytes.Index

    init(_ bytes: Bytes) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    var isAtEnd: Bool { index == bytes.endIndex }

    /// Steps over that character if it is next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard !isAtEnd, UInt32(bytes[index]) == character.value else { return false }
        bytes.formIndex(after: &index)
        return true
    }

    /// The next byte's value as a decimal digit.
    mutating func digit() -> Int? {
        guard !isAtEnd, case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[index] else { return nil }
        defer { bytes.formIndex(after: &index) }
        return Int(bytes[index] - UInt8(ascii: "0"))
    }

    /// A number of exactly that many digits, as far as this reader is asked.
    mutating func number(digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let next = digit() else { return nil }
            value = value * 10 + next
        }
        return value
    }

    /// `23:59:59` in seconds since midnight; second 60 is read as 59.
    mutating func clockTime() -> Int64? {
        guard let hour = number(digits: 2), hour < 24, take(":"), let minute = number(digits: 2), minute < 60,
            take(":"), let second = number(digits: 2), second <= 60
        else { return nil }
        return Int64(hour * 3600 + minute * 60 + min(second, 59))
    }

    /// Which of the words stands next, by position; letters must match exactly.
    mutating func word(of words: [StaticString]) -> Int? {
        let start = index
        for (position, word) in words.enumerated() {
            index = start
            var matches = true
            for offset in 0..<word.utf8CodeUnitCount where matches {
                matches = take(Unicode.Scalar(word.utf8Start[offset]))
            }
            if matches { return position }
        }
        index = start
        return nil
    }
}
