/// The stream cipher ChaCha20: bytes exclusive-or a stream that key, nonce and counter determine.
///
/// Additions, exclusive-ors and rotations by fixed distances only: neither branches nor addresses depend on the key
/// or the bytes. <https://www.rfc-editor.org/rfc/rfc8439#section-2.4>
package struct ChaCha20: Sendable {
    static let blockSize = 64

    /// Section 2.3: constants, key, counter (here 0), nonce.
    private let start: SIMD16<UInt32>

    package init(_ key: SymmetricKey, _ nonce: SealingNonce) {
        start = key.withUnsafeBytes { key in
            // "expand 32-byte k"
            var words = SIMD16<UInt32>(repeating: 0)
            words[0] = 0x6170_7865
            words[1] = 0x3320_646e
            words[2] = 0x7962_2d32
            words[3] = 0x6b20_6574
            for word in 0..<8 {
                words[4 + word] = UInt32(
                    littleEndian: key.loadUnaligned(fromByteOffset: 4 * word, as: UInt32.self))
            }
            for word in 0..<3 { words[13 + word] = nonce.words[word] }
            return words
        }
    }

    /// Encrypts in place, and decrypts what is encrypted; O(bytes).
    ///
    /// - Parameter counter: of the first block; the block after 2³² − 1 is 0, which no message comes to that is
    ///   shorter than 256 GiB.
    package func apply(to bytes: UnsafeMutableRawBufferPointer, counter: UInt32) {
        withUnsafeTemporaryAllocation(byteCount: Self.blockSize, alignment: 16) { stream in
            var counter = counter
            var offset = 0
            while offset < bytes.count {
                block(counter, into: stream)
                let end = min(offset + Self.blockSize, bytes.count)
                Self.combine(UnsafeMutableRawBufferPointer(rebasing: bytes[offset..<end]), stream)
                counter &+= 1
                offset = end
            }
            WipedBytes.wipe(stream)
        }
    }

    /// Section 2.3: the 64 bytes of the stream with that counter.
    package func block(_ counter: UInt32, into stream: UnsafeMutableRawBufferPointer) {
        var first = start
        first[12] = counter
        let words = first &+ Self.rounds(first)
        for word in 0..<16 {
            stream.storeBytes(of: words[word].littleEndian, toByteOffset: 4 &* word, as: UInt32.self)
        }
    }

    @inline(__always)
    private static func combine(
        _ bytes: UnsafeMutableRawBufferPointer, _ stream: UnsafeMutableRawBufferPointer
    ) {
        var offset = 0
        while offset &+ 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let mask = stream.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            bytes.storeBytes(of: word ^ mask, toByteOffset: offset, as: UInt64.self)
            offset &+= 8
        }
        while offset < bytes.count {
            bytes[offset] ^= stream[offset]
            offset &+= 1
        }
    }
}
