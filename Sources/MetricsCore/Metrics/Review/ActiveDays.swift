/// Days on which people did anything, each person's counted apart (Documentation/Metrics/ActiveDays.md).
public struct ActiveDays: Metric {
    public static var id: MetricID { .activeDays }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.commit, .issue, .mergeRequest, .note, .stateEvent] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "calendar days on which a person opened, reviewed, commented, committed or merged",
        statistic: .total)

    /// What a person did, with the person as stratum: days in several projects are one.
    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        facts.acts(in: period, definition.inclusion)
    }

    public func value(of partial: SamplePartial, coverage: Coverage, in period: ReportPeriod) -> MetricValue {
        let days = period.days
        var count = 0
        for acts in partial.instantsByStratum.values {
            count += Set(acts.compactMap { days.number(of: Instant(secondsSince1970: $0)) }).count
        }
        let isKnown = partial.count > 0 || coverage.absence == nil
        return MetricValue(
            metric: id, definition: definition, period: period, unit: .count,
            number: isKnown ? Double(count) : nil,
            evidence: Evidence(references: partial.references, ledger: partial.ledger), coverage: coverage)
    }
}
