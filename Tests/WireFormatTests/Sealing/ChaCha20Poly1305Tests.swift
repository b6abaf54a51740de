import Testing

@testable import WireFormat

@Suite("ChaCha20-Poly1305")
struct ChaCha20Poly1305Tests {
    static func aead(_ key: [UInt8], _ nonce: [UInt8]) throws -> ChaCha20Poly1305 {
        let key = try #require(key.withUnsafeBytes { SymmetricKey($0) })
        return ChaCha20Poly1305(key, try #require(SealingNonce(nonce)))
    }

    static func open(_ aead: ChaCha20Poly1305, _ box: [UInt8], _ data: [UInt8]) -> [UInt8]? {
        guard let opened = aead.open(box, authenticating: data) else { return nil }
        return opened.withUnsafeBytes { Array($0) }
    }

    @Test("The published texts are sealed as published, and opened", arguments: PublishedSealing.boxes)
    func published(example: PublishedSealing.Box) throws {
        let aead = try Self.aead(example.key, example.nonce)
        let box = example.text.withUnsafeBytes { aead.seal($0, authenticating: example.data) }
        #expect(hex(box) == example.box)
        #expect(Self.open(aead, box, example.data) == example.text)
    }

    /// The expected value is OpenSSL's.
    @Test("Texts and data of every length around the blocks are sealed and opened, empty ones too")
    func everyLength() throws {
        var together = SHA256()
        for length in 0..<131 {
            let aead = try Self.aead(Sample.bytes(32, 1), Sample.bytes(12, length))
            let text = Sample.bytes(length, 2)
            let data = Sample.bytes(length * 5 % 67, 3)
            let box = text.withUnsafeBytes { aead.seal($0, authenticating: data) }
            together.update(box)
            #expect(Self.open(aead, box, data) == text)
        }
        #expect(
            together.digest().hexadecimal
                == "20406b9d43fcb69dd8860ab04414bfdb88fcc28e6b558eea82871257e49821a2")
    }

    @Test("Altered in any single bit of key, nonce, data, text or tag, or cut, it does not open")
    func everyBit() throws {
        let key = Sample.bytes(32, 1)
        let nonce = Sample.bytes(12, 2)
        let data = Sample.bytes(20, 3)
        let aead = try Self.aead(key, nonce)
        let box = Sample.bytes(37, 4).withUnsafeBytes { aead.seal($0, authenticating: data) }
        for (part, bytes) in [key, nonce, data, box].enumerated() {
            for bit in 0..<8 * bytes.count {
                var parts = [key, nonce, data, box]
                parts[part][bit / 8] ^= 1 << (bit % 8)
                #expect(Self.open(try Self.aead(parts[0], parts[1]), parts[3], parts[2]) == nil)
            }
        }
        for count in 0..<box.count { #expect(Self.open(aead, Array(box.prefix(count)), data) == nil) }
        #expect(Self.open(aead, box + [0], data) == nil)
        #expect(Self.open(aead, box, data + [0]) == nil, "a zero that padding would hide")
        #expect(Self.open(aead, box, data) != nil)
    }
}
