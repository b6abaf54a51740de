/// Branches created by pushes (Documentation/Metrics/BranchesCreated.md).
public struct BranchesCreated: PushMetric {
    public static var id: MetricID { .branchesCreated }
    public var definition: MetricDefinition

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(subject: "branches created", statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        pushes("created", "branch", of: facts, in: period)
    }
}
