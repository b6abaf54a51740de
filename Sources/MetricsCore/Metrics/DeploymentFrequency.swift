/// Successful production deployments per calendar day (Documentation/Metrics/DeploymentFrequency.md).
public struct DeploymentFrequency: Metric {
    public static var id: MetricID { .deploymentFrequency }
    public let definition: MetricDefinition
    public var kinds: [RecordKind] { [.deployment, .environment] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "successful deployments to production, by finish", statistic: .perDay)

    /// The sum that GitLab's REST API answers.
    public static let gitLab = MetricDefinition(
        subject: "successful deployments to production, by finish", statistic: .total, inclusion: .gitLab,
        preset: .gitLab)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var partial = TallyPartial()
        partial.countDeployments(of: facts, in: period)
        return partial
    }

    public func value(of partial: TallyPartial, coverage: Coverage, in period: ReportPeriod) -> MetricValue {
        let count = partial.base.count
        let fraction = Fraction(Double(count), period.dayCount)
        let isKnown = count > 0 || coverage.absence == nil
        let number = definition.statistic == .total ? Double(count) : fraction.quotient
        return MetricValue(
            metric: id, definition: definition, period: period,
            unit: definition.statistic == .total ? .count : .perDay, number: isKnown ? number : nil,
            fraction: isKnown ? fraction : nil,
            evidence: Evidence(references: partial.base, ledger: partial.ledger), coverage: coverage)
    }
}
