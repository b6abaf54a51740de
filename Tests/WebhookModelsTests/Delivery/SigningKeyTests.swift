import Foundation
import GitLabVocabulary
import Testing
import WebhookModels

@Suite("Signing keys")
struct SigningKeyTests {
    @Test(
        "What is not whsec_ and base64 of 24 to 64 bytes is refused",
        arguments: [
            "", "whsec_", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "whsec_AAEC", "whsec_not base64!",
            "WHSEC_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
            " whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "whsec_" + Data(repeating: 1, count: 23).base64EncodedString(),
            "whsec_" + Data(repeating: 1, count: 65).base64EncodedString(),
        ])
    func malformed(text: String) {
        #expect {
            try SigningKey(Secret(text))
        } throws: { error in
            let error = error as? WebhookError
            return error?.code == .malformedSigningKey && error?.status == 500
        }
    }

    @Test("A new key is one that GitLab takes, and no two are alike")
    func random() throws {
        let keys = (0..<20).map { _ in SigningKey.random() }
        for key in keys {
            let text = key.text.reveal()
            #expect(Data(base64Encoded: String(text.dropFirst(6)))?.count == 32)
            #expect(try SigningKey(key.text) == key)
        }
        #expect(Set(keys.map { $0.text.reveal() }).count == keys.count)
    }
}
