import Testing

@testable import WireFormat

@Suite("ChaCha20")
struct ChaCha20Tests {
    static func cipher(_ key: [UInt8], _ nonce: [UInt8]) throws -> ChaCha20 {
        let key = try #require(key.withUnsafeBytes { SymmetricKey($0) })
        return ChaCha20(key, try #require(SealingNonce(nonce)))
    }

    static func applying(_ cipher: ChaCha20, to text: [UInt8], counter: UInt32) -> [UInt8] {
        var bytes = text
        bytes.withUnsafeMutableBytes { cipher.apply(to: $0, counter: counter) }
        return bytes
    }

    @Test("The published quarter round")
    func quarterRound() {
        var (a, b, c, d): (UInt32, UInt32, UInt32, UInt32) = (
            0x1111_1111, 0x0102_0304, 0x9b8d_6f43, 0x0123_4567
        )
        ChaCha20.quarterRound(&a, &b, &c, &d)
        #expect([a, b, c, d] == [0xea2a_92f4, 0xcb1c_f8ce, 0x4581_472e, 0x5881_c4bb])
    }

    @Test("The published texts are encrypted as published, and back", arguments: PublishedSealing.streams)
    func published(example: PublishedSealing.Stream) throws {
        let cipher = try Self.cipher(example.key, example.nonce)
        let encrypted = Self.applying(cipher, to: example.text, counter: example.counter)
        #expect(hex(encrypted) == example.encrypted)
        #expect(Self.applying(cipher, to: encrypted, counter: example.counter) == example.text)
    }

    /// The first value is OpenSSL's.
    @Test("The last block is as any other, and block 0 follows it")
    func wrapping() throws {
        let cipher = try Self.cipher(Sample.bytes(32, 9), Sample.bytes(12, 4))
        let zeros = [UInt8](repeating: 0, count: 64)
        let last = Self.applying(cipher, to: zeros, counter: .max)
        #expect(
            hex(last) == "17dc7d8a13b45fbd85fa88292353374d15a5765759a889e294dbb585a9e8c08a"
                + "200c0f7cd2fd9ab5de6d21d9493631eb1bd778e625d4186f6a42b3b776bed2db")
        #expect(
            Self.applying(cipher, to: zeros + zeros, counter: .max)
                == last + Self.applying(cipher, to: zeros, counter: 0))
        let near = Self.applying(cipher, to: [UInt8](repeating: 0, count: 16 * 64), counter: .max - 15)
        #expect(
            SHA256.hash(near).hexadecimal
                == "ef75a79c251875ea53f2d326dcc97f9cc8e6d489d0e211361c806b0deafd3064")
    }

    @Test("A shorter text is encrypted as the beginning of a longer one", arguments: 0..<131)
    func prefixes(count: Int) throws {
        let cipher = try Self.cipher(Sample.bytes(32, 1), Sample.bytes(12, 2))
        let text = Sample.bytes(130, 3)
        #expect(
            Self.applying(cipher, to: Array(text.prefix(count)), counter: 7)
                == Array(Self.applying(cipher, to: text, counter: 7).prefix(count)))
    }

    @Test("A key has 32 bytes and a nonce 12, no more and no fewer", arguments: [0, 11, 13, 16, 31, 33, 64])
    func sizes(count: Int) {
        let bytes = [UInt8](repeating: 1, count: count)
        #expect(bytes.withUnsafeBytes { SymmetricKey($0) == nil })
        #expect(SealingNonce(bytes) == nil)
    }

    @Test("A nonce's bytes come out as they went in")
    func nonce() {
        #expect(SealingNonce(Array(100..<112))?.bytes == Array(100..<112))
    }
}
