/// From the first authored commit to production: the sum of its stages (Documentation/Metrics/CycleTime.md).
public struct CycleTime: MergeRequestDurationMetric {
    public static var id: MetricID { .cycleTime }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.commit, .deployment, .environment, .mergeRequest] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests that reached production in the period", start: .firstCommit, end: .deployed,
        statistic: .median)
}
