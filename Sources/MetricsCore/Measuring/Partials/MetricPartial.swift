/// What a metric knows of a part of its records: exact, storable, and mergeable in any order and grouping.
///
/// Merging is associative and commutative, and `init()` is its identity, so that partials of projects, days or
/// shards combine anywhere. It is not idempotent: parts must not overlap.
public protocol MetricPartial: Codable, Hashable, Sendable {
    /// Of no records.
    init()

    mutating func merge(_ other: Self)

    /// What it holds, sorted into that many parts. Where each contribution goes to exactly one, merging the parts
    /// gives the whole again.
    func split(into count: Int, _ assign: ContributionAssignment) -> [Self]
}

/// Names the parts a contribution goes to: none, one or several, each below the number of parts.
public typealias ContributionAssignment = (_ contribution: Contribution, _ add: (_ part: Int) -> Void) -> Void

extension MetricPartial {
    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.merge(other)
        return merged
    }

    /// What of it holds.
    public func filter(_ isIncluded: (Contribution) -> Bool) -> Self {
        split(into: 1) { contribution, add in if isIncluded(contribution) { add(0) } }[0]
    }
}
