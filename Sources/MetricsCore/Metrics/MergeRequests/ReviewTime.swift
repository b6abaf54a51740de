/// From the first review to the merge (Documentation/Metrics/ReviewTime.md).
public struct ReviewTime: MergeRequestDurationMetric {
    public static var id: MetricID { .reviewTime }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests merged in the period", start: .firstReview, end: .merged,
        statistic: .median)
}
