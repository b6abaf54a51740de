/// Facts that one answer states together, and therefore move together, under the stamp of that answer.
///
/// A record holds registers as optionals: a register that is `nil` is *unknown* and never overwrites; an optional
/// inside `value` that is `nil` is *known to be none*, and does. Merging keeps the later stamp, and between equal
/// stamps the content that comes last in a fixed order: commutative, associative, idempotent.
public struct Register<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    public var value: Value
    public var stamp: Stamp

    public init(_ value: Value, stamp: Stamp) {
        self.value = value
        self.stamp = stamp
    }

    public func merging(_ other: Self) -> Self {
        if stamp != other.stamp { return stamp < other.stamp ? other : self }
        if value == other.value { return self }
        return precedesCanonically(value, other.value) ? other : self
    }

    /// The value alone, for comparing what is known without how it was learned.
    public var unstamped: Self { Self(value, stamp: .none) }
}

extension Optional {
    /// The known one of two registers, or both merged.
    public func merging<Value>(_ other: Self) -> Self where Wrapped == Register<Value> {
        guard let self else { return other }
        guard let other else { return self }
        return self.merging(other)
    }

    public func unstamped<Value>() -> Self where Wrapped == Register<Value> { self?.unstamped }
}
