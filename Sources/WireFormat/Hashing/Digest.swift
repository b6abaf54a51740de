/// 32 bytes that a hash or an authentication code comes to.
///
/// Comparing two looks at all of both, whatever they hold: there is neither a loop nor a branch that could end early.
/// What must be compared without telling by time how much of it is right is hashed first, and compared as this.
package struct Digest: Hashable, Sendable {
    static let size = 32

    private let words: SIMD8<UInt32>

    init(words: SIMD8<UInt32>) { self.words = words }

    /// - Returns: `nil` unless there are 32 bytes.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.size else { return nil }
        var words = SIMD8<UInt32>()
        for (position, byte) in bytes.enumerated() {
            words[position / 4] = words[position / 4] << 8 | UInt32(byte)
        }
        self.words = words
    }

    package var bytes: [UInt8] {
        (0..<Self.size).map { UInt8(truncatingIfNeeded: words[$0 / 4] >> (24 - 8 * UInt32($0 % 4))) }
    }

    /// 64 digits in lower case.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    package static func == (lhs: Self, rhs: Self) -> Bool {
        let difference = lhs.words ^ rhs.words
        return difference[0] | difference[1] | difference[2] | difference[3]
            | difference[4] | difference[5] | difference[6] | difference[7] == 0
    }
}
