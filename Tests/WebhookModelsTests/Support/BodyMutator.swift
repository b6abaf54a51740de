import Foundation
import WireFormat

/// Spoils a body in one of the ways in which bytes on a wire, or whoever sends them, may.
struct BodyMutator {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    mutating func mutated(_ body: Data) -> Data {
        var bytes = [UInt8](body)
        for _ in 0..<Int.random(in: 1...3, using: &random) { mutate(&bytes) }
        return Data(bytes)
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: flipBits(of: &bytes)
        case 1: bytes = Array(bytes.prefix(position(in: bytes)))
        case 2: nest(&bytes)
        case 3: replaceNumber(in: &bytes)
        case 4:
            insert(
                [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80], [0x00]].randomElement(using: &random)
                    ?? [], in: &bytes)
        case 5, 6, 7: replaceValue(in: &bytes)
        case 8: doubleKey(in: &bytes)
        case 9: bytes = [0xEF, 0xBB, 0xBF] + bytes
        case 10: insert(Array(#"\ud800"#.utf8), in: &bytes)
        default: moveSlice(in: &bytes)
        }
    }

    private mutating func position(in bytes: [UInt8]) -> Int {
        Int.random(in: 0...bytes.count, using: &random)
    }

    private mutating func insert(_ new: [UInt8], in bytes: inout [UInt8]) {
        bytes.insert(contentsOf: new, at: position(in: bytes))
    }

    private mutating func flipBits(of bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            bytes[Int.random(in: bytes.indices, using: &random)] ^=
                1 << UInt8.random(in: 0..<8, using: &random)
        }
    }

    /// Puts brackets where a value begins.
    private mutating func nest(_ bytes: inout [UInt8]) {
        guard
            let colon = bytes.indices.filter({ bytes[$0] == UInt8(ascii: ":") }).randomElement(using: &random)
        else { return }
        let depth = [10, 100, 1_000, 5_000].randomElement(using: &random) ?? 1
        let unit = Array((Bool.random(using: &random) ? "[" : #"{"a":"#).utf8)
        bytes.insert(contentsOf: Array(repeating: unit, count: depth).joined(), at: colon + 1)
    }

    private mutating func replaceNumber(in bytes: inout [UInt8]) {
        let digits = bytes.indices.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0]) }
        guard let digit = digits.randomElement(using: &random) else { return }
        let numbers = [
            "1e999", "-1e999", "99999999999999999999999999", "-0", "1E-400", "0.1", "00",
            "9223372036854775807",
            "-9223372036854775808", String(repeating: "9", count: 5_000),
        ]
        bytes.replaceSubrange(digit...digit, with: Array((numbers.randomElement(using: &random) ?? "0").utf8))
    }

    /// Another type where some value was.
    private mutating func replaceValue(in bytes: inout [UInt8]) {
        guard var value = try? JSONValue(parsing: bytes) else { return flipBits(of: &bytes) }
        replaceSome(of: &value)
        bytes = value.serialized()
    }

    private mutating func replaceSome(of value: inout JSONValue) {
        switch value {
        case .object(var object) where !object.isEmpty && Int.random(in: 0..<6, using: &random) > 0:
            guard let key = object.keys.randomElement(using: &random), var member = object[key] else {
                return
            }
            replaceSome(of: &member)
            object[key] = Int.random(in: 0..<8, using: &random) == 0 ? nil : member
            value = .object(object)
        case .array(var elements) where !elements.isEmpty:
            let index = Int.random(in: elements.indices, using: &random)
            replaceSome(of: &elements[index])
            value = .array(elements)
        default:
            let others: [JSONValue] = [
                .null, .bool(true), .int(-1), .int(.max), .double(0.5), .double(1e300), .string(""),
                .string("CANARY"), .string("2026-02-30"), .string("0000-01-01T00:00:00Z"), .string("9"),
                .string("9999-12-31T23:59:59.999999999Z"), .string(String(repeating: "x", count: 100_000)),
                .array([]), .array([.null]), .object([:]), .object(["id": .null]),
            ]
            value = others.randomElement(using: &random) ?? .null
        }
    }

    private mutating func doubleKey(in bytes: inout [UInt8]) {
        let members = [
            #""object_kind":"note","#, #""object_kind":5,"#, #""event_name":"key_create","#, #""id":null,"#,
            #""object_kind":"job","#, #""object_kind":"project","#,
            #""event_name":"issue","#, #""object_kind":"work_item","#,
            #""object_attributes":[],"#, #""project":"CANARY","#, #""_format":99,"#,
        ]
        guard
            let brace = bytes.indices.filter({ bytes[$0] == UInt8(ascii: "{") }).randomElement(using: &random)
        else { return }
        bytes.insert(contentsOf: Array((members.randomElement(using: &random) ?? "").utf8), at: brace + 1)
    }

    private mutating func moveSlice(in bytes: inout [UInt8]) {
        let start = position(in: bytes)
        let slice = Array(bytes[start...].prefix(Int.random(in: 1...64, using: &random)))
        insert(slice, in: &bytes)
    }
}
