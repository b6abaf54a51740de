extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    package init(nilLiteral: ()) { self = .null }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .int(value) }
    package init(floatLiteral value: Double) { self = .double(value) }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
}

extension JSONValue {
    package init(_ value: Bool) { self = .bool(value) }
    package init(_ value: Int) { self = .int(value) }
    package init(_ value: Double) { self = .double(value) }
    package init(_ value: String) { self = .string(value) }
    package init(_ elements: [JSONValue]) { self = .array(elements) }
    package init(_ object: JSONObject) { self = .object(object) }

    /// `nil` is JSON's `null`.
    package init(_ value: String?) { self = value.map(Self.string) ?? .null }
    /// `nil` is JSON's `null`.
    package init(_ value: Int?) { self = value.map(Self.int) ?? .null }
    /// `nil` is JSON's `null`.
    package init(_ value: Double?) { self = value.map(Self.double) ?? .null }
    /// `nil` is JSON's `null`.
    package init(_ value: Bool?) { self = value.map(Self.bool) ?? .null }
}
