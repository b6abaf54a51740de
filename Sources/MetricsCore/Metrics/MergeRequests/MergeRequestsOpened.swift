/// Merge requests created in the period (Documentation/Metrics/MergeRequestsOpened.md).
public struct MergeRequestsOpened: MergeRequestCountMetric {
    public static var id: MetricID { .mergeRequestsOpened }
    public var definition: MetricDefinition

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests created", end: .created, statistic: .total)
}
