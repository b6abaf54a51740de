/// What a metric knows of a part of its records: exact, storable, and mergeable in any order and grouping.
///
/// Merging is associative and commutative, and `init()` is its identity, so that partials of projects, days or
/// shards combine anywhere. It is not idempotent: parts must not overlap.
public protocol MetricPartial: Codable, Hashable, Sendable {
    /// Of no records.
    init()

    /// What was left out and what is marked.
    var ledger: EvidenceLedger { get }

    mutating func merge(_ other: Self)

    /// What it holds, sorted into parts: as many as the highest one named asks for, but at least `count`. Where each
    /// contribution goes to exactly one, merging the parts gives the whole again.
    func split(into count: Int, _ assign: ContributionAssignment) -> [Self]
}

/// Names the parts a contribution goes to, from 0 on: none, one or several.
public typealias ContributionAssignment = (_ contribution: Contribution, _ add: (_ part: Int) -> Void) -> Void

/// A partial whose numbers can be kept up to date record by record.
protocol RunningPartial: MetricPartial {
    /// Adds its numbers to the figures.
    func add(to figures: inout RunningFigures)

    /// Takes its numbers, which were added before, away from them.
    func remove(from figures: inout RunningFigures)
}

extension MetricPartial {
    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.merge(other)
        return merged
    }

    /// By reason, how many records each bucket leaves out.
    func leftOut(in index: BucketIndex) -> [ExclusionReason: [Int]] {
        ledger.exclusions.mapValues { $0.counts(in: index) }
    }

    /// The part of it for which that holds.
    public func filter(_ isIncluded: (Contribution) -> Bool) -> Self {
        split(into: 1) { contribution, add in if isIncluded(contribution) { add(0) } }[0]
    }
}

extension Array where Element: MetricPartial {
    /// The part of that number, made if there are fewer.
    subscript(growing part: Int) -> Element {
        get { part < count ? self[part] : Element() }
        _modify {
            while count <= part { append(Element()) }
            yield &self[part]
        }
    }
}
