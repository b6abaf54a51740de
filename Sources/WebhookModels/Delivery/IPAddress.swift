/// An address of IPv6, or of IPv4 as IPv6 maps it: `::ffff:192.0.2.1`.
struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    private static let mapped: UInt128 = 0xFFFF_0000_0000

    let bits: UInt128

    var isIPv4: Bool { bits >> 32 == Self.mapped >> 32 }

    init(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) {
        bits = [a, b, c, d].reduce(0xFFFF) { $0 << 8 | UInt128($1) }
    }

    /// Reads every textual form of RFC 4291; a zone, as in `fe80::1%eth0`, does not count.
    init?(_ text: String) {
        let address = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)[0]
        guard
            let bits = address.contains(":")
                ? Self.ipv6(address) : Self.ipv4(address).map({ Self.mapped | $0 })
        else { return nil }
        self.bits = bits
    }

    /// Four decimal numbers. None begins with 0, which others read as octal.
    private static func ipv4(_ text: Substring) -> UInt128? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt128 = 0
        for part in parts {
            guard 1...3 ~= part.utf8.count, part == "0" || part.first != "0",
                part.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
                let number = UInt8(part)
            else { return nil }
            bits = bits << 8 | UInt128(number)
        }
        return bits
    }

    private static func ipv6(_ text: Substring) -> UInt128? {
        guard let gap = text.firstRange(of: "::") else {
            guard let groups = groups(text, mayEndInIPv4: true), groups.count == 8 else { return nil }
            return join(groups)
        }
        let before = text[..<gap.lowerBound]
        let after = text[gap.upperBound...]
        guard let left = before.isEmpty ? [] : groups(before, mayEndInIPv4: false),
            let right = after.isEmpty ? [] : groups(after, mayEndInIPv4: true), left.count + right.count < 8
        else { return nil }
        return join(left + repeatElement(0, count: 8 - left.count - right.count) + right)
    }

    private static func join(_ groups: [UInt16]) -> UInt128 {
        groups.reduce(0) { $0 << 16 | UInt128($1) }
    }

    /// Groups of up to four hexadecimal digits; an address of IPv4 at the end makes two.
    private static func groups(_ text: Substring, mayEndInIPv4: Bool) -> [UInt16]? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var groups: [UInt16] = []
        for (position, part) in parts.enumerated() {
            if mayEndInIPv4, position == parts.count - 1, part.contains(".") {
                guard let last = ipv4(part) else { return nil }
                groups += [UInt16(last >> 16), UInt16(last & 0xFFFF)]
            } else {
                guard 1...4 ~= part.utf8.count, part.allSatisfy(\.isHexDigit),
                    let group = UInt16(part, radix: 16)
                else { return nil }
                groups.append(group)
            }
        }
        return groups
    }

    /// IPv4 with points; IPv6 in eight groups, not shortened.
    var description: String {
        if isIPv4 {
            return [24, 16, 8, 0].map { "\(UInt8(truncatingIfNeeded: bits >> $0))" }.joined(separator: ".")
        }
        return stride(from: 112, through: 0, by: -16).map {
            String(UInt16(truncatingIfNeeded: bits >> UInt128($0)), radix: 16)
        }.joined(separator: ":")
    }
}
