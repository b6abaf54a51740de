import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("SealingKey and its ring")
struct SealingKeyTests {
    @Test("32 bytes are a key, no more and no fewer", arguments: [0, 1, 16, 31, 33, 64])
    func size(count: Int) throws {
        let bytes = [UInt8](repeating: 250, count: count)
        #expect(SecretSealerTests.code { _ = try SealingKey(id: "a", bytes: bytes) } == .invalidSealingKey)
        let base64 = Secret(Data(bytes).base64EncodedString())
        #expect(SecretSealerTests.code { _ = try SealingKey(id: "a", base64: base64) } == .invalidSealingKey)
    }

    @Test("Base64 is read in both alphabets, with or without padding and blanks")
    func base64() throws {
        let bytes = [UInt8](224...255)
        let standard = Data(bytes).base64EncodedString()
        let url = standard.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        let sealed = SecretSealer(try SealingKeyring(SealingKey(id: "a", bytes: bytes))).seal(
            Secret("x"), for: "r")
        for text in [standard, url, " \(standard)\n"] {
            let sealer = SecretSealer(try SealingKeyring(SealingKey(id: "a", base64: Secret(text))))
            #expect(try sealer.open(sealed, for: "r") == Secret("x"))
        }
        for text in ["", "hush", String(repeating: "!", count: 43), String(standard.dropLast(3))] {
            #expect(
                SecretSealerTests.code { _ = try SealingKey(id: "a", base64: Secret(text)) }
                    == .invalidSealingKey)
        }
    }

    @Test(
        "An id is letters, digits, _ and -",
        arguments: ["", "a.b", "a b", "ü", "\u{212A}", "a\n", String(repeating: "a", count: 65)])
    func ids(id: String) {
        #expect(SecretSealerTests.code { _ = try SecretSealerTests.key(id) } == .invalidSealingKey)
    }

    @Test("Two keys of one id make no ring")
    func duplicates() throws {
        let (a, b) = (try SecretSealerTests.key("a"), try SecretSealerTests.key("b"))
        #expect(SecretSealerTests.code { _ = try SealingKeyring(a, older: [b, a]) } == .invalidSealingKey)
        #expect(SecretSealerTests.code { _ = try SealingKeyring(a, older: [b, b]) } == .invalidSealingKey)
        let ring = try SealingKeyring(a, older: [b])
        #expect(ring["b"]?.id == "b")
        #expect(ring["c"] == nil)
    }

    @Test("Neither a key nor what holds it shows its bytes")
    func redaction() throws {
        let key = try SealingKey(id: "a", bytes: [UInt8](repeating: 0x41, count: 32))
        let sealer = SecretSealer(try SealingKeyring(key))
        let sealed = sealer.seal(Secret("hush"), for: "r")
        for value: Any in [key, sealer, sealed] {
            var dumped = ""
            dump(value, to: &dumped)
            let shown = "\(value) \(String(reflecting: value)) \(dumped)"
            #expect(!shown.contains("AAAA") && !shown.contains("65, 65") && !shown.contains("hush"))
            #expect(!shown.contains(sealed.text.suffix(10)))
        }
        #expect("\(key)" == "<sealing key a>")
        #expect("\(sealed)" == "<sealed with a>")
    }
}
