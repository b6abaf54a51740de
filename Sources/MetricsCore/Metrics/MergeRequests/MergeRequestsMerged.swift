/// Merge requests merged in the period (Documentation/Metrics/MergeRequestsMerged.md).
public struct MergeRequestsMerged: MergeRequestCountMetric {
    public static var id: MetricID { .mergeRequestsMerged }
    public var definition: MetricDefinition

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests merged", end: .merged, statistic: .total)
}
