/// Branches deleted by pushes (Documentation/Metrics/BranchesDeleted.md).
public struct BranchesDeleted: PushMetric {
    public static var id: MetricID { .branchesDeleted }
    public var definition: MetricDefinition

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(subject: "branches deleted", statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        pushes("removed", "branch", of: facts, in: period)
    }
}
