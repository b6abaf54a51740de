/// Merge requests merged per week (Documentation/Metrics/MergeRequestThroughput.md).
public struct MergeRequestThroughput: MergeRequestCountMetric {
    public static var id: MetricID { .mergeRequestThroughput }
    public var definition: MetricDefinition

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests merged", end: .merged, statistic: .perWeek)
}
