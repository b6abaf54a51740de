/// Merge requests closed in the period without a merge (Documentation/Metrics/MergeRequestsClosed.md).
public struct MergeRequestsClosed: MergeRequestCountMetric {
    public static var id: MetricID { .mergeRequestsClosed }
    public var definition: MetricDefinition

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests closed unmerged", end: .closed, statistic: .total)
}
