/// From ready for review to the last approval that was needed (Documentation/Metrics/TimeToFullApproval.md).
public struct TimeToFullApproval: MergeRequestDurationMetric {
    public static var id: MetricID { .timeToFullApproval }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.approvals, .mergeRequest, .note] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests fully approved in the period", start: .ready, end: .fullyApproved,
        statistic: .median)
}
