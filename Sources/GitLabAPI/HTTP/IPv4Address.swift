/// An IPv4 address, read in every spelling the C library and browsers take.
struct IPv4Address: Hashable {
    enum Reading: Hashable {
        case address(IPv4Address)
        /// It ends in a number, as no name does, and is no address.
        case malformed
        case name
    }

    let bits: UInt32

    /// Reads one to four parts, decimal, octal with a leading 0 or hexadecimal with 0x, the last part filling the rest
    /// (`inet_aton`; <https://url.spec.whatwg.org/#concept-ipv4-parser>).
    static func read(_ text: String) -> Reading {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let last = parts.last, last.first?.isWholeNumber == true, number(last) != nil || isDigits(last)
        else { return .name }
        let numbers = parts.compactMap(number)
        guard numbers.count == parts.count, parts.count <= 4 else { return .malformed }
        let highest = UInt64(1) << (8 * UInt64(5 - parts.count))
        guard let rest = numbers.last, rest < highest, numbers.dropLast().allSatisfy({ $0 < 256 }) else {
            return .malformed
        }
        var bits = UInt32(truncatingIfNeeded: rest)
        for (index, number) in numbers.dropLast().enumerated() {
            bits |= UInt32(truncatingIfNeeded: number) << UInt32(24 - 8 * index)
        }
        return .address(IPv4Address(bits: bits))
    }

    private static func isDigits(_ part: Substring) -> Bool { part.allSatisfy(\.isWholeNumber) }

    private static func number(_ part: Substring) -> UInt64? {
        guard part.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
        if part.hasPrefix("0x") { return part.count == 2 ? 0 : UInt64(part.dropFirst(2), radix: 16) }
        return part.hasPrefix("0") ? UInt64(part, radix: 8) : UInt64(part, radix: 10)
    }

    /// Why it is not a public address.
    var refusal: PrivateAddressGuard.Refusal? {
        Self.ranges.first { bits >> (32 - $0.length) == $0.prefix >> (32 - $0.length) }?.refusal
    }

    private static let ranges: [(prefix: UInt32, length: UInt32, refusal: PrivateAddressGuard.Refusal)] = [
        (0x0000_0000, 8, .reserved), (0x0A00_0000, 8, .privateNetwork), (0x6440_0000, 10, .shared),
        (0x7F00_0000, 8, .loopback), (0xA9FE_0000, 16, .linkLocal), (0xAC10_0000, 12, .privateNetwork),
        (0xC000_0000, 24, .reserved), (0xC000_0200, 24, .reserved), (0xC058_6300, 24, .reserved),
        (0xC0A8_0000, 16, .privateNetwork), (0xC612_0000, 15, .reserved), (0xC633_6400, 24, .reserved),
        (0xCB00_7100, 24, .reserved), (0xE000_0000, 4, .reserved), (0xF000_0000, 4, .reserved),
    ]
}
