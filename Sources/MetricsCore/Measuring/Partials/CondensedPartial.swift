/// The numbers of a partial in bounded memory, whatever it holds: counts, sums, and a sketch of the spread.
///
/// Merges as partials do. Counts are exact, quantiles within `QuantileSketch.relativeError`.
public struct CondensedPartial: Codable, Hashable, Sendable {
    private var count = 0
    private var hits = 0
    /// Saturates.
    private var sum: Int64 = 0
    private var sketch = QuantileSketch()
    private var exclusions: [String: Int] = [:]
    private var marks: [String: Int] = [:]

    public init() {}

    init(count: Int, hits: Int = 0, sum: Int64 = 0, values: [UInt32] = [], ledger: EvidenceLedger) {
        self.count = count
        self.hits = hits
        self.sum = sum
        sketch = QuantileSketch(values)
        for (reason, records) in ledger.exclusions { exclusions[reason.rawValue] = records.count }
        for (mark, records) in ledger.marks { marks[mark.rawValue] = records.count }
    }

    public mutating func merge(_ other: Self) {
        count = count.addingSaturated(other.count)
        hits = hits.addingSaturated(other.hits)
        sum = sum.addingSaturated(other.sum)
        sketch.merge(other.sketch)
        exclusions.merge(other.exclusions) { $0.addingSaturated($1) }
        marks.merge(other.marks) { $0.addingSaturated($1) }
    }

    public var figures: MetricFigures {
        var figures = MetricFigures()
        figures.count = count
        figures.hits = hits
        figures.sum = Double(sum)
        figures.distribution = sketch.distribution
        for (reason, count) in exclusions { figures.exclusions[ExclusionReason(rawValue: reason)] = count }
        for (mark, count) in marks { figures.marks[EvidenceMark(rawValue: mark)] = count }
        return figures
    }
}

extension FixedWidthInteger {
    /// Kept numbers may be anybody's, and must not trap.
    fileprivate func addingSaturated(_ other: Self) -> Self {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}

/// A partial that numbers can stand for.
package protocol CondensablePartial: MetricPartial {
    var condensed: CondensedPartial { get }

    /// Calls the body for each record that counts, above and below the line.
    func forEachCounted(_ body: (Contribution) -> Void)
}

extension SamplePartial: CondensablePartial {
    package var condensed: CondensedPartial {
        CondensedPartial(count: count, values: values, ledger: ledger)
    }

    package func forEachCounted(_ body: (Contribution) -> Void) {
        for (space, columns) in columns {
            for row in columns.values.indices { body(columns.records.contribution(row, in: space)) }
        }
    }
}

extension TallyPartial: CondensablePartial {
    package var condensed: CondensedPartial {
        CondensedPartial(count: base.count, hits: hits.count, ledger: ledger)
    }

    package func forEachCounted(_ body: (Contribution) -> Void) {
        for contribution in base.contributions { body(contribution) }
        for contribution in hits.contributions { body(contribution) }
    }
}

extension AmountPartial: CondensablePartial {
    package var condensed: CondensedPartial {
        CondensedPartial(count: count, sum: Int64(clamping: exactSum), ledger: ledger)
    }

    package func forEachCounted(_ body: (Contribution) -> Void) {
        for (space, columns) in columns {
            for row in columns.amounts.indices { body(columns.records.contribution(row, in: space)) }
        }
    }
}
