import Foundation
import WireFormat

/// How events read their fields. What an event is about is `required`; everything else is lenient, so that a
/// surprise in it does not lose the event.
extension KeyedDecodingContainer {
    /// A value without which the event says nothing.
    func required<Value: Decodable>(_ key: Key) throws -> Value { try decode(Value.self, forKey: key) }

    /// An instant without which the event says nothing, to the millisecond.
    func required(_ key: Key) throws -> Date { try decode(Date.self, forKey: key).toTheMillisecond }

    /// `nil` when missing, `null` or of another shape.
    func lenient<Value: Decodable>(_ key: Key) -> Value? {
        do { return try decodeIfPresent(Value.self, forKey: key) } catch { return nil }
    }

    /// An instant to the millisecond; `nil` when missing, `null` or no instant.
    func lenient(_ key: Key) -> Date? {
        do { return try decodeIfPresent(Date.self, forKey: key)?.toTheMillisecond } catch { return nil }
    }

    /// Whether it is said, and what; what cannot be read counts as not said.
    func told<Value: Decodable>(_ key: Key) -> Told<Value> {
        guard contains(key) else { return .untold }
        if let value: Value = lenient(key) { return .value(value) }
        return (try? decodeNil(forKey: key)) == true ? .nothing : .untold
    }

    /// Whether an instant is said, and which, to the millisecond.
    func told(_ key: Key) -> Told<Date> {
        let told: Told<LenientDate> = told(key)
        return told.map(\.date)
    }

    /// All elements; `nil` when missing, `null`, or when one of them cannot be read, so that a part does not pass for all.
    func list<Value: Decodable>(_ key: Key) -> [Value]? { lenient(key) }

    /// `true` or `false`, also as a text.
    func flag(_ key: Key) -> Bool? {
        if let flag: Bool = lenient(key) { return flag }
        let text: String? = lenient(key)
        return text.flatMap(Bool.init)
    }

    /// An integer, also as a text.
    func integer(_ key: Key) -> Int? {
        if let number: Int = lenient(key) { return number }
        let text: String? = lenient(key)
        return text.flatMap(Int.init)
    }

    /// A finite number, also as a text.
    func number(_ key: Key) -> Double? {
        if let number: Double = lenient(key) { return number }
        let text: String? = lenient(key)
        return text.flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
    }

    /// A text that says something; `nil` when missing, `null`, empty or no text.
    func text(_ key: Key) -> String? {
        let text: String? = lenient(key)
        return text.flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// So that `told` need not be written twice.
private struct LenientDate: Decodable {
    let date: Date

    init(from decoder: any Decoder) throws {
        date = try decoder.singleValueContainer().decode(Date.self).toTheMillisecond
    }
}

extension Date {
    /// What encoding keeps of it, so that an event read again is the same.
    fileprivate var toTheMillisecond: Date { WireDate(self).date }
}
