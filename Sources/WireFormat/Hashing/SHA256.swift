package import Foundation

/// SHA-256, of bytes that come in one piece or in several.
///
/// The toolchain offers none on Linux. <https://csrc.nist.gov/pubs/fips/180-4/upd1/final>
package struct SHA256: Sendable {
    static let blockSize = 64

    private var words = Self.start
    /// What is left over of a block, fewer bytes than one.
    private var pending: [UInt8] = []
    private var length: UInt64 = 0

    package init() {}

    /// The hash of one piece; O(bytes).
    package static func hash(_ bytes: some ContiguousBytes) -> Digest {
        var hash = SHA256()
        hash.update(bytes)
        return hash.digest()
    }

    /// Goes on with the next piece; O(bytes).
    package mutating func update(_ bytes: some ContiguousBytes) {
        bytes.withUnsafeBytes { absorb($0) }
    }

    /// The hash of all that came so far; more may follow. O(1).
    package func digest() -> Digest {
        var last = self
        var padding = pending
        padding.append(0x80)
        let room = padding.count <= Self.blockSize - 8 ? Self.blockSize : 2 * Self.blockSize
        padding += repeatElement(0, count: room - 8 - padding.count)
        withUnsafeBytes(of: (length &* 8).bigEndian) { padding += $0 }
        padding.withUnsafeBytes { last.compress($0) }
        return Digest(words: last.words)
    }

    private mutating func absorb(_ bytes: UnsafeRawBufferPointer) {
        length &+= UInt64(bytes.count)
        var rest = bytes[...]
        if !pending.isEmpty {
            let missing = rest.prefix(Self.blockSize - pending.count)
            pending += missing
            rest = rest.dropFirst(missing.count)
            guard pending.count == Self.blockSize else { return }
            let block = pending
            block.withUnsafeBytes { compress($0) }
            pending = []
        }
        let whole = rest.prefix(rest.count / Self.blockSize * Self.blockSize)
        compress(UnsafeRawBufferPointer(rebasing: whole))
        pending = Array(rest.dropFirst(whole.count))
    }

    /// Takes in whole blocks.
    private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
        guard !blocks.isEmpty else { return }
        words = Self.constants.withUnsafeBufferPointer { constants in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
                var words = words
                for offset in stride(from: 0, to: blocks.count, by: Self.blockSize) {
                    Self.expand(blocks, at: offset, into: schedule)
                    words &+= Self.rounds(words, schedule, constants)
                }
                return words
            }
        }
    }
}
