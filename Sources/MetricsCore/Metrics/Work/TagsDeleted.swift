/// Tags deleted by pushes (Documentation/Metrics/TagsDeleted.md).
public struct TagsDeleted: PushMetric {
    public static var id: MetricID { .tagsDeleted }
    public var definition: MetricDefinition

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(subject: "tags deleted", statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        pushes("removed", "tag", of: facts, in: period)
    }
}
