/// An IPv6 address (RFC 4291, section 2.2).
struct IPv6Address: Hashable {
    /// Eight groups of 16 bits.
    let groups: [UInt16]

    /// Reads every spelling, one that ends in an IPv4 address included; `nil` for what is none.
    init?(_ text: String) {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        guard halves.count <= 2, let head = Self.groups(halves[0]) else { return nil }
        guard halves.count == 2 else {
            guard head.count == 8 else { return nil }
            groups = head
            return
        }
        guard let tail = Self.groups(halves[1]), head.count + tail.count < 8 else { return nil }
        groups = head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
    }

    private static func groups(_ text: Substring) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var groups: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, part.contains(".") {
                guard part.split(separator: ".", omittingEmptySubsequences: false).count == 4,
                    case .address(let address) = IPv4Address.read(String(part))
                else { return nil }
                groups += [UInt16(address.bits >> 16), UInt16(address.bits & 0xFFFF)]
            } else {
                guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit),
                    let group = UInt16(part, radix: 16)
                else { return nil }
                groups.append(group)
            }
        }
        return groups
    }

    /// Why it is not a public address. One that carries an IPv4 address is judged by that.
    var refusal: PrivateAddressGuard.Refusal? {
        if let carried { return carried.refusal ?? (isGlobal ? nil : .reserved) }
        if groups == [0, 0, 0, 0, 0, 0, 0, 1] { return .loopback }
        if groups[0] & 0xFFC0 == 0xFE80 { return .linkLocal }
        if groups[0] & 0xFE00 == 0xFC00 || groups[0] & 0xFFC0 == 0xFEC0 { return .privateNetwork }
        return isGlobal ? nil : .reserved
    }

    /// In `2000::/3` and outside of documentation, benchmarks, tunnels and protocol assignments (`2001::/23`,
    /// `2001:db8::/32`, `3fff::/20`); `::ffff:0:0/96` and `64:ff9b::/96` by what they carry.
    private var isGlobal: Bool {
        if groups.starts(with: [0, 0, 0, 0, 0, 0xFFFF]) || groups.starts(with: [0x64, 0xFF9B, 0, 0, 0, 0]) {
            return true
        }
        return groups[0] & 0xE000 == 0x2000 && !(groups[0] == 0x2001 && groups[1] < 0x200)
            && !(groups[0] == 0x2001 && groups[1] == 0xDB8) && !(groups[0] == 0x3FFF && groups[1] < 0x1000)
    }

    /// The IPv4 address within: mapped (`::ffff:0:0/96`), translated (`64:ff9b::/96`), 6to4 (`2002::/16`).
    private var carried: IPv4Address? {
        if groups.starts(with: [0, 0, 0, 0, 0, 0xFFFF]) || groups.starts(with: [0x64, 0xFF9B, 0, 0, 0, 0]) {
            return Self.address(groups[6], groups[7])
        }
        return groups[0] == 0x2002 ? Self.address(groups[1], groups[2]) : nil
    }

    private static func address(_ high: UInt16, _ low: UInt16) -> IPv4Address {
        IPv4Address(bits: UInt32(high) << 16 | UInt32(low))
    }
}
