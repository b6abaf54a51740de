/// What a metric knows of a part of its records: exact, storable, and mergeable in any order and grouping.
///
/// Merging is associative and commutative, and `init()` is its identity, so that partials of projects, days or
/// shards combine anywhere. It is not idempotent: parts must not overlap.
public protocol MetricPartial: Codable, Hashable, Sendable {
    /// Of no records.
    init()

    mutating func merge(_ other: Self)
}

extension MetricPartial {
    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.merge(other)
        return merged
    }
}
