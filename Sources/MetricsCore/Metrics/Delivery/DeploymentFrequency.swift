/// Successful production deployments per calendar day (Documentation/Metrics/DeploymentFrequency.md).
public struct DeploymentFrequency: CountMetric {
    public static var id: MetricID { .deploymentFrequency }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.deployment, .environment] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "successful deployments to production, by finish", statistic: .perDay)

    /// The sum that GitLab's REST API answers.
    public static let gitLab = MetricDefinition(
        subject: "successful deployments to production, by finish", statistic: .total, inclusion: .gitLab,
        preset: .gitLab)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        .ofDeployments(facts, in: period, definition)
    }
}
