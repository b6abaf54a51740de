/// From the first authored commit to ready for review (Documentation/Metrics/CodingTime.md).
public struct CodingTime: MergeRequestDurationMetric {
    public static var id: MetricID { .codingTime }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.commit, .mergeRequest, .note] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests that became ready in the period", start: .firstCommit, end: .ready,
        statistic: .median)
}
