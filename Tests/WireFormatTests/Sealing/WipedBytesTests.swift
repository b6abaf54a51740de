import Testing

@testable import WireFormat

@Suite("Wiped bytes")
struct WipedBytesTests {
    @Test("Wiping leaves nothing but zeros", arguments: [0, 1, 15, 16, 33, 4_097])
    func wipes(count: Int) {
        var bytes = [UInt8](repeating: 0xA5, count: count)
        bytes.withUnsafeMutableBytes { WipedBytes.wipe($0) }
        #expect(bytes.allSatisfy { $0 == 0 })
        #expect(bytes.count == count)
    }

    @Test("They begin as zeros and hold what is written")
    func holds() {
        var bytes = WipedBytes(count: 9)
        #expect(bytes.withUnsafeBytes { Array($0) } == [UInt8](repeating: 0, count: 9))
        bytes.withUnsafeMutableBytes { $0.copyBytes(from: Sample.bytes(9, 1)) }
        #expect(bytes.withUnsafeBytes { Array($0) } == Sample.bytes(9, 1))
    }

    @Test("A key holds a copy")
    func copies() throws {
        var source = Sample.bytes(32, 1)
        let key = try #require(source.withUnsafeBytes { SymmetricKey($0) })
        source[0] ^= 1
        #expect(key.withUnsafeBytes { Array($0) } == Sample.bytes(32, 1))
    }
}
