/// Neighbouring network addresses, written like `34.74.90.64/28`, `2001:db8::/32`, or as a single address.
///
/// IPv4 is one with IPv6: `::ffff:34.74.90.64/124` is the first of these, and `::/0` is every address there is.
/// <https://www.rfc-editor.org/rfc/rfc4632>, <https://www.rfc-editor.org/rfc/rfc4291>
public struct AddressRange: Hashable, Sendable, CustomStringConvertible {
    private let first: IPAddress
    /// Of 128 bits.
    private let prefixLength: Int

    /// Reads one.
    ///
    /// - Throws: `WebhookError` with `.malformedAddressRange`, also when bits are set beyond the prefix: then either
    ///   the address or the length is not what was meant.
    public init(_ text: String) throws(WebhookError) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ IPAddress(String($0)) }) else {
            throw WebhookError(.malformedAddressRange, "'\(text)' begins with no address")
        }
        let width = parts[0].contains(":") ? 128 : 32
        var length = width
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
                let number = Int(parts[1]), number <= width
            else {
                throw WebhookError(.malformedAddressRange, "'\(text)' has no prefix of 0 to \(width) bits")
            }
            length = number
        }
        self.init(first: address, prefixLength: 128 - width + length)
        guard address.bits & ~mask == 0 else {
            throw WebhookError(.malformedAddressRange, "'\(text)' has bits beyond its prefix")
        }
    }

    private init(first: IPAddress, prefixLength: Int) {
        self.first = first
        self.prefixLength = prefixLength
    }

    init(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8, prefixLength: Int) {
        self.init(first: IPAddress(a, b, c, d), prefixLength: 96 + prefixLength)
    }

    func contains(_ address: IPAddress) -> Bool { address.bits & mask == first.bits }

    private var mask: UInt128 { UInt128.max << UInt128(128 - prefixLength) }

    public var description: String {
        first.isIPv4 && prefixLength >= 96 ? "\(first)/\(prefixLength - 96)" : "\(first)/\(prefixLength)"
    }
}
