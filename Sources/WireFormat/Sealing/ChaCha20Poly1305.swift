/// Authenticated encryption with associated data: ChaCha20 encrypts, Poly1305 authenticates.
/// <https://www.rfc-editor.org/rfc/rfc8439#section-2.8>
package struct ChaCha20Poly1305: Sendable {
    package static let tagSize = 16

    private let cipher: ChaCha20

    /// - Parameter nonce: never used with the key before.
    package init(_ key: SymmetricKey, _ nonce: SealingNonce) { cipher = ChaCha20(key, nonce) }

    /// The bytes encrypted, and behind them the tag; O(bytes).
    package func seal(_ bytes: UnsafeRawBufferPointer, authenticating data: [UInt8]) -> [UInt8] {
        let size = bytes.count + Self.tagSize
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            let box = UnsafeMutableRawBufferPointer(buffer)
            let text = UnsafeMutableRawBufferPointer(rebasing: box[..<bytes.count])
            text.copyMemory(from: bytes)
            cipher.apply(to: text, counter: 1)
            let tag = tag(of: UnsafeRawBufferPointer(text), data)
            box.storeBytes(of: tag.littleEndian, toByteOffset: bytes.count, as: UInt128.self)
            count = size
        }
    }

    /// The bytes decrypted; O(bytes).
    ///
    /// Nothing is decrypted before the whole tag is compared, in time that does not tell how much of it is right.
    ///
    /// - Returns: `nil` unless `seal` made it, of the same key, nonce and data.
    package func open(_ box: [UInt8], authenticating data: [UInt8]) -> WipedBytes? {
        guard box.count >= Self.tagSize else { return nil }
        let size = box.count - Self.tagSize
        let isGenuine = box.withUnsafeBytes { box in
            let given = UInt128(littleEndian: box.loadUnaligned(fromByteOffset: size, as: UInt128.self))
            let difference = given ^ tag(of: UnsafeRawBufferPointer(rebasing: box[..<size]), data)
            return UInt64(truncatingIfNeeded: difference) | UInt64(truncatingIfNeeded: difference >> 64) == 0
        }
        guard isGenuine else { return nil }
        var opened = WipedBytes(count: size)
        opened.withUnsafeMutableBytes { text in
            text.copyBytes(from: box[..<size])
            cipher.apply(to: text, counter: 1)
        }
        return opened
    }

    /// Section 2.8: of data and text, each filled up to whole blocks, and of both lengths. Section 2.6: block 0 of
    /// the stream is the authenticator's key.
    private func tag(of text: UnsafeRawBufferPointer, _ data: [UInt8]) -> UInt128 {
        var first = WipedBytes(count: ChaCha20.blockSize)
        first.withUnsafeMutableBytes { cipher.block(0, into: $0) }
        var code = first.withUnsafeBytes { Poly1305(key: $0) }
        data.withUnsafeBytes { code.absorbPadded($0) }
        code.absorbPadded(text)
        code.absorb(UInt128(text.count) << 64 | UInt128(data.count))
        return code.code()
    }
}
