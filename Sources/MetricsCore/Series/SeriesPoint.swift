/// A metric's number in one bucket, without the records behind it: `MetricSeries.value(at:)` names those.
public struct SeriesPoint: Hashable, Sendable {
    /// The statistic that the definition names; `nil` when there is none.
    public var number: Double?
    public var distribution: Distribution?
    /// How many records it rests on.
    public var sampleSize: Int
    /// For a share, how many stand above the line.
    public var hitCount: Int

    public init(number: Double?, distribution: Distribution? = nil, sampleSize: Int, hitCount: Int = 0) {
        self.number = number
        self.distribution = distribution
        self.sampleSize = sampleSize
        self.hitCount = hitCount
    }

    init(_ value: MetricValue) {
        self.init(
            number: value.number, distribution: value.distribution, sampleSize: value.evidence.sampleSize,
            hitCount: value.evidence.hitCount)
    }
}
