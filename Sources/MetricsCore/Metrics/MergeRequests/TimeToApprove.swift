/// From ready for review to the first approval that stood (Documentation/Metrics/TimeToApprove.md).
public struct TimeToApprove: MergeRequestDurationMetric {
    public static var id: MetricID { .timeToApprove }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.approvals, .mergeRequest, .note] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests approved in the period", start: .ready, end: .approved, statistic: .median)

    /// To the last approval that was needed; the first, where none is required or it is not known.
    public static let untilFullyApproved = MetricDefinition(
        subject: "merge requests fully approved in the period", start: .ready, end: .fullyApproved,
        statistic: .median)
}
