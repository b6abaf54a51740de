import Testing

@testable import WireFormat

@Suite("SHA-256")
struct SHA256Tests {
    /// FIPS 180-4's examples, and NIST's short messages (SHA256ShortMsg).
    @Test(
        "The published messages have their published hashes",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                    + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
        ])
    func publishedMessages(message: String, hash: String) {
        #expect(SHA256.hash(Array(message.utf8)).hexadecimal == hash)
    }

    @Test("A million letters a, in pieces that fit no block")
    func million() {
        var hash = SHA256()
        let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000)
        for _ in 0..<1_000 { hash.update(piece) }
        #expect(
            hash.digest().hexadecimal == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    /// 0, 1, 2, … bytes of the value 0xA5, hashed together: every length of the last block and of its padding. The
    /// expected value is Python's `hashlib`'s.
    @Test("Every length of the last block is padded as it must be")
    func everyLength() {
        var together = SHA256()
        for length in 0..<200 {
            together.update(SHA256.hash([UInt8](repeating: 0xA5, count: length)).bytes)
        }
        #expect(
            together.digest().hexadecimal
                == "af1ff0e5d4a8708a530c00a85e8885bda898e4866c64f1a6b156c41778f457a0")
    }

    @Test("However the bytes are cut into pieces, the hash is the same", arguments: 0..<50 as Range<UInt64>)
    func pieces(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let bytes = (0..<Int.random(in: 0...500, using: &random)).map { _ in
            UInt8.random(in: .min ... .max, using: &random)
        }
        var hash = SHA256()
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 0...130, using: &random))
            hash.update(piece)
            rest = rest.dropFirst(piece.count)
            _ = hash.digest()
        }
        #expect(hash.digest() == SHA256.hash(bytes))
    }
}
