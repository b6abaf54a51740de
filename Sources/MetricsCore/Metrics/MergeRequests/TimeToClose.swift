/// From creation to closing without a merge (Documentation/Metrics/TimeToClose.md).
public struct TimeToClose: MergeRequestDurationMetric {
    public static var id: MetricID { .timeToClose }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests closed unmerged in the period", start: .created, end: .closed,
        statistic: .median)
}
