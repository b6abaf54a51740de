/// What a body says of a field that may be empty: nothing at all, that there is none, or a value.
///
/// GitLab leaves out keys that the event or the version lacks: such a field is unknown. A `null` says that there is
/// none.
public enum Told<Value> {
    /// The key is missing: nothing is known.
    case untold
    /// The key is `null`: there is none.
    case nothing
    case value(Value)

    /// `nil` when there is none or nothing is known.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// Whether the body says anything of it.
    public var isTold: Bool {
        if case .untold = self { false } else { true }
    }

    public func map<Other>(_ transform: (Value) -> Other) -> Told<Other> {
        switch self {
        case .untold: .untold
        case .nothing: .nothing
        case .value(let value): .value(transform(value))
        }
    }
}

extension Told: Sendable where Value: Sendable {}
extension Told: Equatable where Value: Equatable {}
extension Told: Hashable where Value: Hashable {}

extension KeyedEncodingContainer {
    /// Writes the key only if something was told; the compiler's `encode(to:)` picks this up.
    mutating func encode<Value: Encodable>(_ told: Told<Value>, forKey key: Key) throws {
        switch told {
        case .untold: break
        case .nothing: try encodeNil(forKey: key)
        case .value(let value): try encode(value, forKey: key)
        }
    }
}

/// Encodes through the container above only; alone it is its value or `null`.
extension Told: Encodable where Value: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}
