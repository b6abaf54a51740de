import Foundation
import Testing
import WireFormat

/// Our decoder against Foundation's, on texts made up and then damaged.
@Suite("JSON decoding, against Foundation's")
struct DecoderAgreementTests {
    static let seeds: Range<UInt64> = {
        let wanted = ProcessInfo.processInfo.environment["TEST_SEEDS"].flatMap(UInt64.init) ?? 0
        return 0..<max(40, wanted)
    }()

    @Test("Both read the same from any text, and refuse the same", arguments: seeds)
    func agree(seed: UInt64) throws {
        var texts = TextMaker(seed: seed)
        for _ in 0..<50 {
            let text = texts.object(depth: 4)
            try compare(Data(text.utf8))
            try compare(texts.damaged(Data(text.utf8)))
        }
    }

    @Test(
        "Both agree on what stands at the edges of the format",
        arguments: [
            #"{"int":1.0}"#, #"{"int":1e2}"#, #"{"int":1.5}"#, #"{"int":99999999999999999999}"#,
            #"{"int":-9223372036854775808}"#, #"{"int":9223372036854775808}"#, #"{"byte":256}"#,
            #"{"byte":-1}"#, #"{"int":-0}"#, #"{"int":01}"#, #"{"int":+1}"#, #"{"double":1.}"#,
            #"{"double":.5}"#, #"{"double":1e400}"#, #"{"double":-1E-7}"#,
            #"{"double":12345678901234567890123}"#,
            #"{"int":true}"#, #"{"flag":1}"#, #"{"text":5}"#, #"{"text":null}"#, #"{"text":"\ud800"}"#,
            #"{"text":"\ud83d\ude00\u0000\n\/"}"#, #"{"text":"\x"}"#, #"{"te\u0078t":"escaped name"}"#,
            #"{"int":1,"int":2}"#, #"{"url":"https://gitlab.example.com/a b"}"#, #"{"url":""}"#,
            #"{"list":[1,null,3]}"#, #"{"list":[1,"2"]}"#, #"{"list":{}}"#, #"{"inner":[]}"#,
            #"{"map":{"a":1,"b":null}}"#, #"{"map":{"a":1,"a":2}}"#, #"{"day":"2026-01-31"}"#,
            #"{"day":5}"#, #"{"day":null}"#, #"{"day":"x"}"#, "{}", "[]", "null", "5", "\"x\"", "", "  ",
            "{", "{\"int\"", "{\"int\":", "{\"int\":1", "{\"int\":1}}", "{\"int\":1} x", "[1,2",
            "{\"\u{1}\":1}",
            "\u{FEFF}{\"int\":3}", "{\"text\":\"a\tb\"}", "nul", "tru", "-", "{\"int\" 1}", "{int:1}",
        ])
    func edges(text: String) throws { try compare(Data(text.utf8)) }

    @Test("A text within 512 containers is read, one more is refused", arguments: [512, 513])
    func depth(depth: Int) {
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect((try? JSON.decode(Nothing.self, from: Data(text.utf8))) != nil || depth == 513)
        #expect((try? JSON.decode(Nothing.self, from: Data(text.utf8))) == nil || depth == 512)
    }

    @Test(
        "A comma before an end is refused, where Foundation is lenient", arguments: [#"{"int":1,}"#, "[1,]"])
    func trailingComma(text: String) {
        #expect(throws: DecodingError.self) { try JSON.decode(Nothing.self, from: Data(text.utf8)) }
    }

    @Test("A name that stands twice in a large object counts as it stands first")
    func repeatedNames() throws {
        let names = (0..<300).map { "\"name\($0)\":\($0)" }
        let text = "{\((names + names.map { $0 + "1" }.dropFirst()).joined(separator: ","))}"
        let map = try JSON.decode([String: Int].self, from: Data(text.utf8))
        #expect(map == Dictionary(uniqueKeysWithValues: (0..<300).map { ("name\($0)", $0) }))
    }

    /// Whatever the document is.
    struct Nothing: Decodable {
        init(from decoder: any Decoder) throws {}
    }

    private func compare(_ data: Data) throws {
        let theirs = Result { try Self.foundation.decode(Everything.self, from: data) }
        let ours = Result { try JSON.decode(Everything.self, from: data) }
        // What nobody reads is not looked at here, and need not be Unicode.
        guard String(validating: data, as: UTF8.self) != nil else { return }
        switch (theirs, ours) {
        case (.success(let theirs), .success(let ours)):
            #expect(ours == theirs, "\(String(decoding: data, as: UTF8.self))")
        case (.failure(let theirs), .failure(let ours)):
            // Where several things are wrong, which is met first may differ, as in dictionaries.
            let failures = (ours: JSONFailure(ours), theirs: JSONFailure(theirs))
            guard failures.theirs.reason != "not JSON", failures.ours.reason != "not JSON",
                !failures.theirs.codingPath.contains("map")
            else { return }
            #expect(failures.ours == failures.theirs, "\(String(decoding: data, as: UTF8.self))")
        case (.failure, .success):
            Issue.record("Foundation refuses \(String(decoding: data, as: UTF8.self))")
        case (.success, .failure(let error)):
            // Foundation lets pass what RFC 8259 does not.
            #expect(
                (try? JSONValue(parsing: data)) == nil, "\(error): \(String(decoding: data, as: UTF8.self))")
        }
    }

    private static let foundation: JSONDecoder = {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            guard let date = WireDate(try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "no date")
            }
            return date.date
        }
        return decoder
    }()
}
