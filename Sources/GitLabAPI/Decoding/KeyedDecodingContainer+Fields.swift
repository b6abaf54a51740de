import WireFormat

/// How models read their fields. What a metric rests on is `required` or `optional` and must be well-formed;
/// what merely decorates is lenient, so that a surprise in it does not lose the whole object.
extension KeyedDecodingContainer {
    /// A value that must be there.
    func required<Value: Decodable>(_ key: Key) throws -> Value { try decode(Value.self, forKey: key) }

    /// `nil` when missing or `null`; anything else must be well-formed, lest a broken date pass for "never".
    func optional<Value: Decodable>(_ key: Key) throws -> Value? {
        try decodeIfPresent(Value.self, forKey: key)
    }

    /// `nil` when missing, `null` or of another shape.
    func lenient<Value: Decodable>(_ key: Key) -> Value? {
        do { return try decodeIfPresent(Value.self, forKey: key) } catch { return nil }
    }

    /// The readable elements; none when missing, `null` or no array.
    func list<Value: Decodable>(_ key: Key) -> [Value] {
        let list: LossyList<Value>? = lenient(key)
        return list?.elements ?? []
    }

    /// `true` or `false`, also as a text; `nil` when missing, `null` or anything else.
    func optionalFlag(_ key: Key) -> Bool? {
        if let flag: Bool = lenient(key) { return flag }
        let text: String? = lenient(key)
        return text.flatMap(Bool.init)
    }

    /// Like `optionalFlag`, absence being `false`, as GitLab means it.
    func flag(_ key: Key) -> Bool { optionalFlag(key) ?? false }

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

    /// A text, also when sent as an integer.
    func text(_ key: Key) -> String? {
        if let text: String = lenient(key) { return text }
        let number: Int? = lenient(key)
        return number.map(String.init)
    }
}
