import Foundation

/// Makes up JSON texts: members that a model asks for and others, values of the right kind and of any.
struct TextMaker {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private static let names = [
        "int", "byte", "small", "double", "float", "flag", "text", "day", "url", "list", "texts", "map",
        "word",
        "inner", "everything", "surprise", "other", "", "ä",
    ]

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &random)]
    }

    private mutating func blank() -> String { pick(["", "", "", " ", "\n\t", "  \r\n"]) }

    mutating func object(depth: Int) -> String {
        let members = (0..<Int.random(in: 0...8, using: &random)).map { _ in
            let name = pick(Self.names)
            return "\(blank())\"\(name)\"\(blank()):\(blank())\(value(of: name, depth: depth))\(blank())"
        }
        return "{\(members.joined(separator: ","))\(members.isEmpty ? blank() : "")}"
    }

    private mutating func value(of name: String, depth: Int) -> String {
        guard Int.random(in: 0..<8, using: &random) > 0 else { return any(depth: depth) }
        switch name {
        case "int", "byte", "small": return pick(["0", "7", "255", "256", "-1", "1.0", "1e2", "2147483648"])
        case "double", "float": return pick(["0.5", "-1e-7", "3", "1.7976931348623157e308", "123456.789"])
        case "flag": return pick(["true", "false"])
        case "text": return string()
        case "day":
            return pick(["\"2026-01-31\"", "\"2026-01-16 05:56:22 UTC\"", "\"2021-02-23T02:41:37.886Z\""])
        case "url": return pick(["\"https://gitlab.example.com/a\"", "\"x\""])
        case "list": return "[\(pick(["", "1", "1,2 , 3"]))]"
        case "texts": return "[\(string()),null, \(string())]"
        case "map": return #"{"a":1,"b" : 2}"#
        case "word": return pick(["\"opened\"", "\"closed\""])
        case "inner" where depth > 0:
            return "{\"everything\":\(object(depth: depth - 1)),\"list\":[\(object(depth: 0))]}"
        default: return any(depth: depth)
        }
    }

    private mutating func string() -> String {
        pick(["\"\"", "\"a\"", "\"ä日本語👩‍👩‍👧\"", #""\"quoted\\\/\n\t""#, #""\u00e4\ud83d\ude00""#, #""\udc00""#])
    }

    private mutating func any(depth: Int) -> String {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
        case 0: return "null"
        case 1: return pick(["true", "false"])
        case 2: return pick(["-12", "0", "3.25", "9223372036854775807", "1E+3"])
        case 3, 4: return string()
        case 5: return pick(["[]", "{}"])
        case 6: return "[\(any(depth: depth - 1)), \(any(depth: depth - 1))]"
        default: return object(depth: depth - 1)
        }
    }

    /// With a few bytes changed, taken out, put in or cut off.
    mutating func damaged(_ data: Data) -> Data {
        var bytes = Array(data)
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(pick(Array("{}[]\",:\\0e-n \u{1}".utf8)), at: place)
            case 3: bytes.removeSubrange(place...)
            default: bytes.insert(contentsOf: bytes[place...].prefix(12), at: place)
            }
        }
        return Data(bytes)
    }
}
