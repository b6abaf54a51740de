/// The numbers of a partial without its records: all that a value needs but for naming what it rests on. Roll-ups and
/// running reports keep these alone.
public struct MetricFigures: Sendable {
    /// How many records count.
    public var count = 0
    /// For a share, how many stand above the line.
    public var hits = 0
    /// For amounts, their sum.
    public var sum = 0.0
    public var distribution: Distribution?
    public var exclusions: [ExclusionReason: Int] = [:]
    public var marks: [EvidenceMark: Int] = [:]

    public init() {}

    var evidence: Evidence {
        Evidence(sampleSize: count, hitCount: hits, exclusions: exclusions, notes: marks)
    }
}
