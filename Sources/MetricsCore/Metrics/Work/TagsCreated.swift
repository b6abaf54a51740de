/// Tags created by pushes (Documentation/Metrics/TagsCreated.md).
public struct TagsCreated: PushMetric {
    public static var id: MetricID { .tagsCreated }
    public var definition: MetricDefinition

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(subject: "tags created", statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        pushes("created", "tag", of: facts, in: period)
    }
}
