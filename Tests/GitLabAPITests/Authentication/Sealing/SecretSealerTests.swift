import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("SecretSealer")
struct SecretSealerTests {
    static let secret = Secret("not-a-real-token")
    static let record = "connection/1/token"

    static func key(_ id: String, _ first: UInt8 = 0) throws -> SealingKey {
        try SealingKey(id: id, bytes: Array(first..<first + 32))
    }

    static func code(_ body: () throws -> Void) -> GitLabError.Code? {
        do { try body() } catch { return (error as? GitLabError)?.code }
        return nil
    }

    @Test("Keys of the host seal a token, and a newer key takes over")
    func usage() throws {
        let hostKey = Secret(Data(0..<32).base64EncodedString())
        let newHostKey = Secret(Data(32..<64).base64EncodedString())
        var stored: [String: SealedSecret] = [:]

        let key = try SealingKey(id: "2026-11", base64: hostKey)
        let sealer = SecretSealer(try SealingKeyring(key))
        stored["connection/1/token"] = sealer.seal(Secret("not-a-real-token"), for: "connection/1/token")

        let newKey = try SealingKey(id: "2027-05", base64: newHostKey)
        let newSealer = SecretSealer(try SealingKeyring(newKey, older: [key]))
        for (record, sealed) in stored {
            stored[record] = try newSealer.reseal(sealed, for: record)
        }

        let sealed = try #require(stored["connection/1/token"])
        #expect(sealed.keyID == "2027-05")
        #expect(try SecretSealer(SealingKeyring(newKey)).open(sealed, for: Self.record) == Self.secret)
    }

    /// Made by OpenSSL from the key 0, 1, … 31. It must open in every later version.
    @Test("A value sealed in the first form opens, and is sealed so again")
    func frozen() throws {
        let text = "v1.2026-11.ZGVmZ2hpamtsbW5v.Wn7P5_mIBDeasjgLneK9_dv_jLwDz9l5F9Oda3JopzQ"
        let sealer = SecretSealer(try SealingKeyring(Self.key("2026-11")))
        let sealed = try SealedSecret(text)
        #expect(try sealer.open(sealed, for: Self.record) == Self.secret)
        #expect(sealed.text == text)
        #expect(try JSONDecoder().decode([SealedSecret].self, from: Data("[\"\(text)\"]".utf8)) == [sealed])
        #expect(try JSONEncoder().encode([sealed]) == Data("[\"\(text)\"]".utf8))
    }

    @Test("Any text comes back, whatever its length", arguments: 0..<70)
    func roundTrip(seed: Int) throws {
        var random = SplitMix(seed: seed)
        let sealer = SecretSealer(try SealingKeyring(Self.key("a")))
        let secret = Secret(String(repeating: "ü", count: seed) + String(random.next()))
        let sealed = sealer.seal(secret, for: "r", using: &random)
        #expect(try sealer.open(SealedSecret(sealed.text), for: "r") == secret)
        #expect(sealer.seal(secret, for: "r", using: &random) != sealed, "every seal has a nonce of its own")
    }

    @Test("Bytes that are no text come back as bytes, and are refused as a text")
    func bytes() throws {
        var random = SplitMix(seed: 1)
        let sealer = SecretSealer(try SealingKeyring(Self.key("a")))
        let sealed = sealer.seal(bytes: [0xff, 0x00, 0xfe] as [UInt8], for: "r", using: &random)
        #expect(try sealer.withBytes(of: sealed, for: "r") { Array($0) } == [0xff, 0x00, 0xfe])
        #expect(Self.code { _ = try sealer.open(sealed, for: "r") } == .sealBroken)
    }

    @Test("Moved to another record, it does not open")
    func anotherRecord() throws {
        let sealer = SecretSealer(try SealingKeyring(Self.key("a")))
        let sealed = sealer.seal(Self.secret, for: "connection/1/token")
        for record in [
            "connection/2/token", "connection/1/token ", "connection/1/toke", "", "a\nconnection/1/token",
        ] {
            #expect(Self.code { _ = try sealer.open(sealed, for: record) } == .sealBroken)
        }
    }

    @Test("Altered in any single bit of its stored form, it does not open")
    func everyBit() throws {
        let sealer = SecretSealer(
            try SealingKeyring(Self.key("a"), older: [Self.key("b"), Self.key("c", 9)]))
        let text = Array(sealer.seal(Self.secret, for: Self.record).text.utf8)
        for bit in 0..<8 * text.count {
            var altered = text
            altered[bit / 8] ^= 1 << (bit % 8)
            let code = Self.code {
                _ = try sealer.open(SealedSecret(String(decoding: altered, as: UTF8.self)), for: Self.record)
            }
            #expect([.invalidSealedSecret, .sealBroken, .unknownSealingKey].contains(code))
        }
    }

    @Test("A key that is missing is named; another key of the same id opens nothing")
    func wrongKey() throws {
        let sealed = SecretSealer(try SealingKeyring(Self.key("a"))).seal(Self.secret, for: "r")
        let without = SecretSealer(try SealingKeyring(Self.key("b")))
        let error = #expect(throws: GitLabError.self) { try without.open(sealed, for: "r") }
        #expect(error?.code == .unknownSealingKey)
        #expect(error?.description.contains("no key a") == true)
        let other = SecretSealer(try SealingKeyring(Self.key("a", 1)))
        #expect(Self.code { _ = try other.open(sealed, for: "r") } == .sealBroken)
        #expect(Self.code { _ = try without.reseal(sealed, for: "r") } == .unknownSealingKey)
    }

    @Test("Resealing changes the key once, and then nothing")
    func reseal() throws {
        let old = try Self.key("old")
        let new = try Self.key("new", 40)
        let sealed = SecretSealer(try SealingKeyring(old)).seal(Self.secret, for: "r")
        let sealer = SecretSealer(try SealingKeyring(new, older: [old]))
        let resealed = try sealer.reseal(sealed, for: "r")
        #expect(resealed.keyID == "new")
        #expect(try sealer.reseal(resealed, for: "r") == resealed)
        #expect(try sealer.open(sealed, for: "r") == sealer.open(resealed, for: "r"))
        #expect(Self.code { _ = try sealer.reseal(sealed, for: "s") } == .sealBroken)
    }
}
