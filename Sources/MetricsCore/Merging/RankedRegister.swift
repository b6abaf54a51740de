/// A fact that several kinds of source state with different authority: the higher rank wins whatever its stamp,
/// and the rank stays with the value as evidence.
public struct RankedRegister<Value: Codable & Hashable & Sendable, Rank>: Codable, Hashable, Sendable
where Rank: RawRepresentable<Int> & Codable & Hashable & Sendable {
    public var rank: Rank
    public var register: Register<Value>

    public var value: Value { register.value }

    public init(_ value: Value, rank: Rank, stamp: Stamp) {
        self.rank = rank
        register = Register(value, stamp: stamp)
    }

    public func merging(_ other: Self) -> Self {
        if rank.rawValue != other.rank.rawValue { return rank.rawValue < other.rank.rawValue ? other : self }
        var merged = self
        merged.register = register.merging(other.register)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.register = register.unstamped
        return copy
    }
}

extension Optional {
    /// The known one of two, or both merged.
    public func merging<Value, Rank>(_ other: Self) -> Self where Wrapped == RankedRegister<Value, Rank> {
        guard let self else { return other }
        guard let other else { return self }
        return self.merging(other)
    }

    public func unstamped<Value, Rank>() -> Self where Wrapped == RankedRegister<Value, Rank> {
        self?.unstamped
    }
}
