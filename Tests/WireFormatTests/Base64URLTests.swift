import Testing

@testable import WireFormat

@Suite("Base64 for URLs")
struct Base64URLTests {
    /// RFC 7636, appendix B.
    @Test("The published code verifier has its published challenge")
    func challenge() {
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        #expect(
            Base64URL.text(of: SHA256.hash(Array(verifier.utf8)).bytes)
                == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test("Bytes of every length come back", arguments: 0..<70)
    func roundTrip(count: Int) {
        let bytes = [UInt8]((0..<count).map { UInt8(255 - $0) })
        let text = Base64URL.text(of: bytes)
        #expect(Base64URL.bytes(of: text) == bytes)
        #expect(!text.contains { "+/=".contains($0) })
    }

    @Test(
        "Any other text is refused",
        arguments: [
            "A", "AA=", "AA==", "AB", "A+8", "A/8", "AA A", "AA\n", "AAÄ", "\u{212A}AAA", ".", "AAA\0",
        ])
    func refused(text: String) { #expect(Base64URL.bytes(of: text) == nil) }
}
