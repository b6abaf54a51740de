import Foundation

/// A value of every kind a model reads, in every way it reads them.
struct Everything: Decodable, Equatable {
    enum Word: String, Decodable { case opened, closed }

    final class Inner: Decodable, Equatable {
        let everything: Everything?
        let list: [Everything]?

        static func == (left: Inner, right: Inner) -> Bool {
            left.everything == right.everything && left.list == right.list
        }
    }

    var int: Int?
    var byte: UInt8?
    var small: Int32?
    var double: Double?
    var float: Float?
    var flag: Bool?
    var text: String?
    var day: Date?
    var url: URL?
    var list: [Int]?
    var texts: [String?]?
    var map: [String: Int]?
    var word: Word?
    var inner: Inner?
    /// What a lenient reader makes of anything.
    var surprise: Surprise?
}

/// Looks at a value in every way, and keeps what it saw.
struct Surprise: Decodable, Equatable {
    var seen: [String] = []

    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: AnyKey.self) {
            for key in object.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
                let nested = try? object.nestedContainer(keyedBy: AnyKey.self, forKey: key)
                let isNull = try object.decodeNil(forKey: key)
                let text = try? object.decodeIfPresent(String.self, forKey: key)
                seen.append("\(key.stringValue) \(nested != nil) \(isNull) \(text ?? nil ?? "-")")
            }
        }
        if var array = try? decoder.unkeyedContainer() {
            seen.append("count \(array.count ?? -1)")
            while !array.isAtEnd {
                if try array.decodeNil() {
                    seen.append("null")
                } else {
                    seen.append("\(array.currentIndex) \(try array.decode(Surprise.self).seen)")
                }
            }
        }
        let scalar = try decoder.singleValueContainer()
        if scalar.decodeNil() { seen.append("nil") }
        if let flag = try? scalar.decode(Bool.self) { seen.append("\(flag)") }
        if let number = try? scalar.decode(Double.self) { seen.append("\(number)") }
        if let number = try? scalar.decode(Int64.self) { seen.append("\(number)") }
        if let text = try? scalar.decode(String.self) { seen.append(text) }
    }
}
