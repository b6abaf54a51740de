import Testing
import WireFormat

@Suite("How deep JSON is nested")
struct JSONNestingTests {
    @Test(
        "Objects and arrays count, what stands in strings does not",
        arguments: [
            (#"{}"#, 1), (#"{"a":[{}]}"#, 3), (#"[[],[],[[]]]"#, 3), (#"{"a":"[[[[\"[[{{"}"#, 1),
            (#""\\""#, 0),
            (#"["\\",[]]"#, 2), ("12", 0), ("", 0),
        ])
    func depth(text: String, depth: Int) {
        #expect(JSONNesting.look(over: Array(text.utf8), limit: depth) == .within)
        if depth > 0 { #expect(JSONNesting.look(over: Array(text.utf8), limit: depth - 1) == .tooDeep) }
    }

    @Test("A million opening brackets are refused at the first one too many")
    func million() {
        let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(JSONNesting.look(over: bytes, limit: 64) == .tooDeep)
    }

    /// In UTF-16, U+0222 within a string would pass for its end.
    @Test("Other encodings than UTF-8 cannot hide their depth")
    func otherEncodings() {
        let text = "[\"\u{222}\"" + String(repeating: "[", count: 100)
        let bytes = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(JSONNesting.look(over: bytes, limit: 64) == .notUTF8)
    }
}
