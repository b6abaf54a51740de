/// 96 bits that a key must never see twice (RFC 8439, section 2.8). They are no secret.
package struct SealingNonce: Hashable, Sendable {
    package static let size = 12

    let words: SIMD3<UInt32>

    /// - Returns: `nil` unless there are 12 bytes.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.size else { return nil }
        var words = SIMD3<UInt32>()
        for (position, byte) in bytes.enumerated() {
            words[position / 4] |= UInt32(byte) << (8 * UInt32(position % 4))
        }
        self.words = words
    }

    /// As random as the generator.
    package init(using generator: inout some RandomNumberGenerator) {
        words = SIMD3(generator.next(), generator.next(), generator.next())
    }

    package var bytes: [UInt8] {
        (0..<Self.size).map { UInt8(truncatingIfNeeded: words[$0 / 4] >> (8 * UInt32($0 % 4))) }
    }
}
