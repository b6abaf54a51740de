/// The one-time authenticator Poly1305: blocks of 16 bytes as the coefficients of a polynomial modulo 2¹³⁰ − 5,
/// worked out at a secret place r, plus a secret s.
///
/// Multiplications, additions and masks only: neither branches nor addresses depend on the key or the bytes. A key
/// serves one message. <https://www.rfc-editor.org/rfc/rfc8439#section-2.5>
package struct Poly1305: Sendable {
    static let blockSize = 16
    static let keySize = 32

    private let r: Poly1305Residue
    private let s: UInt128
    private var sum = Poly1305Residue(0)

    /// - Parameter key: r and s, 32 bytes or more, of which the first 32 count.
    package init(key: UnsafeRawBufferPointer) {
        // Section 2.5: 22 bits of r are always zero.
        r = Poly1305Residue(Self.number(key, at: 0) & 0x0fff_fffc_0fff_fffc_0fff_fffc_0fff_ffff)
        s = Self.number(key, at: Self.blockSize)
    }

    /// Takes in the message, or a part that is whole blocks; only the last may be no multiple of 16 bytes. O(bytes).
    package mutating func absorb(_ bytes: UnsafeRawBufferPointer) {
        let tail = absorbWhole(bytes)
        guard !tail.isEmpty else { return }
        sum.add(Self.padded(tail) | 1 << (8 * UInt128(tail.count)), above: 0)
        sum.multiply(by: r)
    }

    /// Takes in the bytes and as many zeros as fill the last block (section 2.8); O(bytes).
    package mutating func absorbPadded(_ bytes: UnsafeRawBufferPointer) {
        let tail = absorbWhole(bytes)
        guard !tail.isEmpty else { return }
        absorb(Self.padded(tail))
    }

    /// Takes in one block, given as a little-endian number. O(1).
    package mutating func absorb(_ block: UInt128) {
        sum.add(block, above: 1)
        sum.multiply(by: r)
    }

    /// The 16 bytes that authenticate what came, as a little-endian number. O(1).
    package func code() -> UInt128 { sum.reduced() &+ s }

    /// - Returns: what is left over of a block.
    private mutating func absorbWhole(_ bytes: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
        var sum = sum
        var offset = 0
        while offset &+ Self.blockSize <= bytes.count {
            sum.add(Self.number(bytes, at: offset), above: 1)
            sum.multiply(by: r)
            offset &+= Self.blockSize
        }
        self.sum = sum
        return bytes[offset...]
    }

    @inline(__always)
    private static func number(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt128 {
        let low = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        let high = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self))
        return UInt128(high) &<< 64 | UInt128(low)
    }

    /// Fewer than 16 bytes as a little-endian number.
    private static func padded(_ tail: Slice<UnsafeRawBufferPointer>) -> UInt128 {
        tail.reversed().reduce(0) { $0 << 8 | UInt128($1) }
    }
}
