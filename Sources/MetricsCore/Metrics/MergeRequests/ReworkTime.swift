/// From the first review to the first approval that stood: the first part of review time (Documentation/Metrics/ReworkTime.md).
public struct ReworkTime: MergeRequestDurationMetric {
    public static var id: MetricID { .reworkTime }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.approvals, .mergeRequest, .note] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests approved in the period", start: .firstReview, end: .approved,
        statistic: .median)
}
