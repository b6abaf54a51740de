import Foundation
import Testing
import WireFormat

@Suite("JSONValue")
struct JSONValueTests {
    @Test("keeps the order of members, escapes what must be, and leaves the rest as it is")
    func serialization() throws {
        let value: JSONValue = [
            "z": 1, "a": [true, nil, -2.5, "tab\t quote\" back\\ bell\u{7} Zoë 👩‍💻 /"], "empty": [:],
            "list": [],
        ]
        let text = String(decoding: value.serialized(), as: UTF8.self)
        #expect(
            text
                == #"{"z":1,"a":[true,null,-2.5,"tab\t quote\" back\\ bell\u0007 Zoë 👩‍💻 /"],"empty":{},"list":[]}"#
        )
        #expect(try JSONValue(parsing: Data(text.utf8)) == value)
        #expect(String(decoding: value.serialized(sortedKeys: true), as: UTF8.self).hasPrefix(#"{"a":["#))
    }

    @Test(
        "reads every form of number",
        arguments: [
            ("0", JSONValue.int(0)), ("-7", -7), ("9223372036854775807", .int(.max)),
            ("-9223372036854775808", .int(.min)), ("9223372036854775808", .double(9_223_372_036_854_775_808)),
            ("1.0", .double(1)), ("1e3", .double(1000)), ("-1.5E-2", .double(-0.015)), (" 12 ", 12),
        ])
    func numbers(text: String, expected: JSONValue) throws {
        #expect(try JSONValue(parsing: Data(text.utf8)) == expected)
    }

    @Test(
        "reads escapes and surrogate pairs",
        arguments: [
            (#""\u00e9\n\/\b\f\r\t""#, "é\n/\u{8}\u{C}\r\t"), (#""\uD83D\uDE00!""#, "😀!"),
            ("\u{FEFF}\"bom\"", "bom"), (#""a\u0000b""#, "a\0b"),
        ])
    func strings(text: String, expected: String) throws {
        #expect(try JSONValue(parsing: Data(text.utf8)) == .string(expected))
    }

    @Test(
        "refuses what is not JSON",
        arguments: [
            "", " ", "{", "[1,]", #"{"a":1,}"#, #"{a:1}"#, "01", "+1", ".5", "1.", "1e", "-", "tru", "nul",
            "'a'",
            #""\x""#, #""\uD83D""#, #""\uD83Dx""#, #""\uDE00""#, #""\u12G4""#, "\"\n\"", "[1] 2", "1e999",
            "NaN",
            "// no\n1", String(repeating: "[", count: 600),
        ])
    func malformed(text: String) {
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: Data(text.utf8)) }
    }

    @Test("refuses strings that are not UTF-8")
    func invalidUTF8() {
        for bytes: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] {
            #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: bytes) }
        }
    }

    @Test("members are read, replaced, added and removed by name")
    func subscripts() {
        var value: JSONValue = ["a": ["b": [1, 2]]]
        #expect(value["a"]?["b"]?[1] == 2)
        #expect(value["a"]?["b"]?[2] == nil)
        #expect(value["x"] == nil)
        value["a"]?["c"] = "new"
        value["a"]?["b"] = nil
        value["d"] = nil
        #expect(value == ["a": ["c": "new"]])
        var text: JSONValue = "text"
        text["a"] = 1
        #expect(text == "text")
        var nothing: JSONValue = nil
        nothing["a"] = 1
        #expect(nothing == ["a": 1])
    }

    @Test("a name given twice keeps the first value; order does not count in comparison")
    func equality() throws {
        #expect(try JSONValue(parsing: Data(#"{"a":1,"b":2,"a":3}"#.utf8)) == ["b": 2, "a": 1])
        let left: JSONValue = ["a": 1, "b": nil]
        let right: JSONValue = ["b": nil, "a": 1]
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left != ["a": 1])
        #expect(JSONValue.int(1) != .double(1))
    }

    @Test(
        "random values survive serialising and parsing, by our parser and by Foundation's", arguments: 0..<40)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<25 {
            let value = JSONValue.random(depth: 4, using: &random)
            let bytes = value.serialized()
            #expect(try JSONValue(parsing: bytes) == value)
            #expect(try JSONDecoder().decode(JSONValue.self, from: Data(bytes)) == value)
            #expect(try JSONValue(parsing: JSONEncoder().encode(value)) == value)
        }
    }

    @Test("mutilated texts that still parse mean what Foundation reads, and never crash", arguments: 0..<20)
    func fuzz(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array(#"{}[]:,"\u0123456789eE+-.truefalsn "#.utf8) + [0x00, 0x80, 0xFF, 0xC3, 0xA9]
        for _ in 0..<200 {
            var bytes = JSONValue.random(depth: 3, using: &random).serialized()
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                if Bool.random(using: &random), place < bytes.count {
                    bytes.remove(at: place)
                } else {
                    bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
                }
            }
            guard let ours = try? JSONValue(parsing: bytes) else { continue }
            let theirs = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
            let oursReadByThem = try JSONDecoder().decode(JSONValue.self, from: Data(ours.serialized()))
            #expect(oursReadByThem == theirs, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }
}

extension JSONValue {
    static func random(depth: Int, using random: inout some RandomNumberGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .int(Int.random(in: .min ... .max, using: &random))
        case 3: .int(Int.random(in: -9...99, using: &random))
        case 4: .double(Double.random(in: -1e6...1e6, using: &random) + 0.123_456_789)
        case 5: .string(randomText(using: &random))
        case 6:
            .array(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    .random(depth: depth - 1, using: &random)
                })
        default:
            .object(
                JSONObject(
                    (0..<Int.random(in: 0...4, using: &random)).map { _ in
                        (randomText(using: &random), .random(depth: depth - 1, using: &random))
                    }))
        }
    }

    private static func randomText(using random: inout some RandomNumberGenerator) -> String {
        let scalars: [Character] = [
            "a", "é", "\"", "\\", "\n", "\u{1}", "/", "😀", "e\u{301}", "\u{2028}", " ", "\0",
        ]
        return String(
            (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
                scalars.randomElement(using: &random)
            })
    }
}
