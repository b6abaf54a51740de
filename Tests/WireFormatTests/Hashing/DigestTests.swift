import Testing

@testable import WireFormat

@Suite("Digest")
struct DigestTests {
    @Test("Every single bit counts when two are compared", arguments: 0..<256)
    func everyBit(bit: Int) {
        let digest = SHA256.hash(Array("a".utf8))
        var bytes = digest.bytes
        #expect(Digest(bytes) == digest)
        bytes[bit / 8] ^= 1 << (bit % 8)
        #expect(Digest(bytes) != digest)
    }

    @Test("There are 32 bytes, no more and no fewer", arguments: [0, 1, 31, 33, 64])
    func size(count: Int) {
        #expect(Digest([UInt8](repeating: 7, count: count)) == nil)
    }

    @Test("Bytes and digits come out as they went in")
    func bytes() {
        #expect(Digest(Array(0..<32))?.bytes == Array(0..<32))
        #expect(Digest(Array(224...255))?.hexadecimal.hasPrefix("e0e1e2") == true)
    }
}
