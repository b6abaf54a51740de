/// On how many days of a week there is a deployment to production, as the DORA survey asks
/// (Documentation/Metrics/DeploymentDays.md).
public struct DeploymentDays: Metric {
    public static var id: MetricID { .deploymentDays }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.deployment, .environment] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "days of an ISO week with a successful deployment to production", statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        .ofDeployments(facts, in: period, definition)
    }

    /// Over the weeks that lie wholly in the period; over those it touches, where none does.
    public func value(of partial: TallyPartial, coverage: Coverage, in period: ReportPeriod) -> MetricValue {
        let weeks = BucketIndex(of: period, by: .week)
        let days = period.days
        var deployed = Array(repeating: Set<Int32>(), count: weeks.buckets.count)
        for contribution in partial.base.contributions {
            guard let week = weeks.position(of: contribution.at), let day = days.number(of: contribution.at)
            else { continue }
            deployed[Int(week)].insert(day)
        }
        let whole = weeks.buckets.indices.filter { weeks.dayCounts[$0] == 7 }
        var counts = (whole.isEmpty ? Array(weeks.buckets.indices) : whole).map { UInt32(deployed[$0].count) }
        let isKnown = partial.base.count > 0 || coverage.absence == nil
        let distribution = isKnown ? Distribution(consuming: &counts) : nil
        return MetricValue(
            metric: id, definition: definition, period: period, unit: .perWeek,
            number: distribution?.number(definition.statistic),
            evidence: Evidence(references: partial.base.references, ledger: partial.ledger),
            coverage: coverage)
    }
}
