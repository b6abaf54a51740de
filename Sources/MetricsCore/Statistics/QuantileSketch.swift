/// How a set of durations is spread, in bounded memory: every quantile within 1 % of the exact one.
///
/// Values fall into buckets a…b with b ≤ a × (1 + α) ÷ (1 − α), α = 1 %. A bucket stands for 2ab ÷ (a + b), which differs
/// from everything in it by at most (b − a) ÷ (a + b) ≤ α of it. A quantile between two ranks is interpolated between two
/// estimates eᵢ of values vᵢ ≥ 0, and |Σ wᵢ(eᵢ − vᵢ)| ≤ Σ wᵢαvᵢ: within α of the exact interpolated one too, but for the
/// rounding of `Double`. Values up to 49, the least and the greatest value, the count and the sum are exact. The idea is
/// DDSketch's (Masson, Rim, Lee: VLDB 2019); see Documentation/Sketches.md.
///
/// Merging is exact: associative, commutative, with `init()` as identity, so that a sketch of parts is the sketch of the
/// whole. At most 942 buckets hold all of `UInt32`.
public struct QuantileSketch: Hashable, Sendable {
    /// The greatest relative error of a quantile.
    public static let relativeError = 0.01

    /// How many values each bucket holds, from bucket `first` on; no empty one at either end.
    private var counts: [UInt64] = []
    private var first = 0
    private var zeros: UInt64 = 0
    public private(set) var count: UInt64 = 0
    /// Saturates at the greatest `UInt64`.
    public private(set) var sum: UInt64 = 0
    public private(set) var min: UInt32 = .max
    public private(set) var max: UInt32 = 0

    public init() {}

    public init(_ values: some Sequence<UInt32>) {
        for value in values { insert(value) }
    }

    public var isEmpty: Bool { count == 0 }

    /// The exact mean; `nil` when empty.
    public var mean: Double? { isEmpty ? nil : Double(sum) / Double(count) }

    /// O(log buckets).
    public mutating func insert(_ value: UInt32) {
        count = Self.adding(count, 1)
        sum = Self.adding(sum, UInt64(value))
        min = Swift.min(min, value)
        max = Swift.max(max, value)
        if value == 0 { zeros = Self.adding(zeros, 1) } else { add(1, to: Self.bucket(of: value)) }
    }

    /// Takes in what another sketch holds; O(buckets).
    public mutating func merge(_ other: Self) {
        guard !other.isEmpty else { return }
        count = Self.adding(count, other.count)
        sum = Self.adding(sum, other.sum)
        min = Swift.min(min, other.min)
        max = Swift.max(max, other.max)
        zeros = Self.adding(zeros, other.zeros)
        for (offset, count) in other.counts.enumerated() where count > 0 {
            add(count, to: other.first + offset)
        }
    }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.merge(other)
        return merged
    }

    /// The interpolated value at that fraction of the order, 0…1, within 1 %; `nil` when empty. O(buckets).
    ///
    /// - Parameter fraction: below 0 is taken for 0, above 1 for 1; for what is no number there is no value.
    public func quantile(_ fraction: Double) -> Double? {
        guard !isEmpty, !fraction.isNaN else { return nil }
        let last = Double(count - 1)
        let position = last * Swift.min(Swift.max(fraction, 0), 1)
        guard position < last else { return Double(max) }
        let rank = UInt64(position)
        let low = value(atRank: rank)
        let weight = position - Double(rank)
        guard weight > 0 else { return low }
        return low + weight * (value(atRank: rank + 1) - low)
    }

    /// The same spread that `Distribution` tells exactly.
    public var distribution: Distribution? {
        guard let mean, let median = quantile(0.5), let p75 = quantile(0.75), let p90 = quantile(0.9),
            let p95 = quantile(0.95)
        else { return nil }
        return Distribution(
            count: Int(clamping: count), min: Double(min), max: Double(max), mean: mean,
            median: median, p75: p75, p90: p90, p95: p95)
    }

    /// The estimate of the value of that rank, counted from 0.
    private func value(atRank rank: UInt64) -> Double {
        if rank == 0 { return Double(min) }
        if rank >= count - 1 { return Double(max) }
        var seen = zeros
        if rank < seen { return 0 }
        for (offset, count) in counts.enumerated() {
            seen = Self.adding(seen, count)
            if rank < seen { return clamped(Self.estimate(ofBucket: first + offset)) }
        }
        return Double(max)
    }

    private func clamped(_ estimate: Double) -> Double {
        Swift.min(Swift.max(estimate, Double(min)), Double(max))
    }

    /// The buckets that hold anything, in ascending order.
    var filledBuckets: [(bucket: Int, count: UInt64)] {
        counts.enumerated().filter { $0.element > 0 }.map { (first + $0.offset, $0.element) }
    }

    var zeroCount: UInt64 { zeros }

    /// Puts back what was encoded; `nil` for what no sketch holds.
    ///
    /// - Parameter filled: buckets in ascending order, each with a count above 0.
    init?(
        filled: [(bucket: Int, count: UInt64)], zeros: UInt64, sum: UInt64, min: UInt32, max: UInt32
    ) {
        for (bucket, count) in filled {
            add(count, to: bucket)
            self.count = Self.adding(self.count, count)
        }
        count = Self.adding(count, zeros)
        (self.zeros, self.sum, self.min, self.max) = (zeros, sum, min, max)
        guard isConsistent else { return nil }
    }

    /// Whether what it tells of all values can be true of those in its buckets.
    private var isConsistent: Bool {
        guard !isEmpty else { return self == Self() }
        let least = zeros > 0 ? nil : first
        let last = counts.isEmpty ? nil : first + counts.count - 1
        return least == (min > 0 ? Self.bucket(of: min) : nil)
            && last == (max > 0 ? Self.bucket(of: max) : nil)
            && min <= max && sum >= Self.multiplying(count, min) && sum <= Self.multiplying(count, max)
    }

    private mutating func add(_ count: UInt64, to bucket: Int) {
        if counts.isEmpty { first = bucket }
        if bucket < first {
            counts.insert(contentsOf: repeatElement(0, count: first - bucket), at: 0)
            first = bucket
        }
        while first + counts.count <= bucket { counts.append(0) }
        counts[bucket - first] = Self.adding(counts[bucket - first], count)
    }

    private static func adding(_ lhs: UInt64, _ rhs: UInt64) -> UInt64 {
        let (sum, overflow) = lhs.addingReportingOverflow(rhs)
        return overflow ? .max : sum
    }

    private static func multiplying(_ count: UInt64, _ value: UInt32) -> UInt64 {
        let (product, overflow) = count.multipliedReportingOverflow(by: UInt64(value))
        return overflow ? .max : product
    }
}
