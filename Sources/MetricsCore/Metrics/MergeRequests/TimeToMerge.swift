/// From ready for review to merged, for merge requests merged in the period (Documentation/Metrics/TimeToMerge.md).
public struct TimeToMerge: MergeRequestDurationMetric {
    public static var id: MetricID { .timeToMerge }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests merged in the period", start: .ready, end: .merged, statistic: .median)

    /// From creation, as GitLab's merge request analytics count.
    public static let gitLab = MetricDefinition(
        subject: "merge requests merged in the period", start: .created, end: .merged, statistic: .median,
        inclusion: Inclusion(bots: .included), preset: .gitLab)
}
