/// How a set of durations is spread, in whole seconds per value.
///
/// Percentiles are interpolated between neighbours as PostgreSQL's `PERCENTILE_CONT` does, always from all values.
public struct Distribution: Codable, Hashable, Sendable {
    public let count: Int
    public let min: Double
    public let max: Double
    public let mean: Double
    public let median: Double
    public let p75: Double
    public let p90: Double
    public let p95: Double

    init(
        count: Int, min: Double, max: Double, mean: Double, median: Double, p75: Double, p90: Double,
        p95: Double
    ) {
        self.count = count
        self.min = min
        self.max = max
        self.mean = mean
        self.median = median
        self.p75 = p75
        self.p90 = p90
        self.p95 = p95
    }

    /// The spread of the values in any order; `nil` when there are none. O(n) on average.
    public init?(_ seconds: [UInt32]) {
        var values = seconds
        self.init(consuming: &values)
    }

    /// As above, but reorders the values in place instead of copying them.
    init?(consuming values: inout [UInt32]) {
        guard let distribution = values.withUnsafeMutableBufferPointer({ Self(reordering: $0) }) else {
            return nil
        }
        self = distribution
    }

    /// As above, over a part of a buffer.
    init?(reordering values: UnsafeMutableBufferPointer<UInt32>) {
        guard !values.isEmpty else { return nil }
        var low = UInt32.max
        var high = UInt32.min
        var sum: UInt64 = 0
        for value in values {
            low = Swift.min(low, value)
            high = Swift.max(high, value)
            sum += UInt64(value)
        }
        count = values.count
        min = Double(low)
        max = Double(high)
        mean = Double(sum) / Double(values.count)
        var percentiles = Percentiles(values)
        median = percentiles.next(0.5)
        p75 = percentiles.next(0.75)
        p90 = percentiles.next(0.9)
        p95 = percentiles.next(0.95)
    }

    /// The interpolated median alone; reorders the values.
    static func median(consuming values: inout [UInt32]) -> Double? {
        guard !values.isEmpty else { return nil }
        return values.withUnsafeMutableBufferPointer { buffer in
            var percentiles = Percentiles(buffer)
            return percentiles.next(0.5)
        }
    }
}
