/// From the merge to production: the last stage of cycle time (Documentation/Metrics/TimeToDeploy.md).
public struct TimeToDeploy: MergeRequestDurationMetric {
    public static var id: MetricID { .timeToDeploy }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.deployment, .environment, .mergeRequest] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests that reached production in the period", start: .merged, end: .deployed,
        statistic: .median)
}
