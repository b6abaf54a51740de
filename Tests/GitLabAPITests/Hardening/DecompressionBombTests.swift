import Foundation
import GitLabAPI
import LoopbackServer
import Testing

/// A small answer that grows without measure when decompressed.
@Suite("Decompression bomb", .timeLimit(.minutes(10)))
struct DecompressionBombTests {
    /// Zeros as one deflate block with fixed codes (RFC 1951, section 3.2.6): a zero, then "258 bytes from one back"
    /// again and again, 13 bits for each. The check sum at the end is left out: nobody comes as far.
    private static func bomb(repetitions: Int) -> [UInt8] {
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        var held: UInt64 = 0
        var count: UInt64 = 0
        func put(_ code: UInt64, bits: UInt64) {
            // Huffman codes go in from their highest bit.
            for bit in (0..<bits).reversed() {
                held |= (code >> bit & 1) << count
                count += 1
            }
            while count >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: held))
                held >>= 8
                count -= 8
            }
        }
        put(0b1, bits: 1)
        put(0b10, bits: 2)
        put(0b0011_0000, bits: 8)
        for _ in 0..<repetitions {
            put(0b1100_0101, bits: 8)
            put(0b00000, bits: 5)
        }
        put(0, bits: 7)
        put(0, bits: 8)
        return bytes
    }

    @Test("is refused once it exceeds the limit, however small it was on the wire")
    func bomb() async throws {
        let bytes = Self.bomb(repetitions: 200_000)
        #expect(bytes.count < 400_000)
        let requests = Counter()
        let server = LoopbackServer { _ in
            requests.increment()
            return ServerResponse(
                status: 200, headers: [("Content-Encoding", "gzip"), ("Content-Type", "application/json")],
                body: bytes)
        }
        let url = try server.start()
        defer { server.stop() }
        let transport = URLSessionTransport(configuration: .init(maximumBodyBytes: 1_000_000))
        let client = GitLabClient.standard(
            instance: try InstanceURL(url.absoluteString), credentials: StaticCredential(nil), over: transport
        )
        let error = await #expect(throws: GitLabError.self) { try await client.send(.currentUser) }
        #expect(error?.code == .responseTooLarge, "\(String(describing: error))")
        #expect(requests.value == 1, "not asked for again")
    }
}
