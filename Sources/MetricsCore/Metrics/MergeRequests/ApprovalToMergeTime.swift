/// From the first approval that stood to the merge: the second part of review time (Documentation/Metrics/ApprovalToMergeTime.md).
public struct ApprovalToMergeTime: MergeRequestDurationMetric {
    public static var id: MetricID { .approvalToMergeTime }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.approvals, .mergeRequest, .note] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests merged in the period", start: .approved, end: .merged,
        statistic: .median)
}
