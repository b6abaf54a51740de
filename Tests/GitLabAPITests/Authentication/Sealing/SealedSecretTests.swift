import Foundation
import GitLabAPI
import Testing

@Suite("SealedSecret")
struct SealedSecretTests {
    static let nonce = "ZGVmZ2hpamtsbW5v"
    static let box = "Wn7P5_mIBDeasjgLneK9_dv_jLwDz9l5F9Oda3JopzQ"

    @Test(
        "A text of another form is refused, decoding it throws",
        arguments: [
            "", ".", "...", "v1...", "v1.a.\(nonce)", "v1.a.\(nonce).", "v1.a.\(nonce).\(box).",
            "v2.a.\(nonce).\(box)",
            "v1..\(nonce).\(box)", "v1.a b.\(nonce).\(box)", "v1.a.\(nonce)AA.\(box)", "v1.a.ZGVm.\(box)",
            "v1.a.\(nonce).AAAA", "v1.a.\(nonce).\(box)=", " v1.a.\(nonce).\(box)", "v1.a.\(nonce).\(box)\n",
            "v1.a.\(nonce).Wn7P5/mIBDeasjgLneK9/dv/jLwDz9l5F9Oda3JopzQ",
            "v1.a.\(nonce).Wn7P5_mIBDeasjgLneK9_dv_jLwDz9l5F9Oda3JopzR", "v1.\0.\(nonce).\(box)",
        ])
    func hostile(text: String) throws {
        #expect(SecretSealerTests.code { _ = try SealedSecret(text) } == .invalidSealedSecret)
        let json = try JSONEncoder().encode([text])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([SealedSecret].self, from: json) }
    }

    @Test("Anything but a string is refused", arguments: ["[1]", "[null]", "[{}]", "[[]]", "[true]"])
    func otherJSON(json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([SealedSecret].self, from: Data(json.utf8))
        }
    }

    @Test("The stored form neither traps nor stalls on noise", arguments: 0..<100)
    func noise(seed: Int) {
        var random = SplitMix(seed: seed)
        let alphabet = Array("v1.aZ_-=+/\u{0}ü")
        let length = Int.random(in: 0...200, using: &random)
        let text = String(
            (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
        if let sealed = try? SealedSecret(text) { #expect(sealed.text == text) }
    }
}
