/// One number, with the definition it was computed by, the records behind it and what of them is known.
public struct MetricValue: Codable, Hashable, Sendable {
    public let metric: MetricID
    public let definition: MetricDefinition
    public let period: ReportPeriod
    public let unit: MetricUnit
    /// The statistic that the definition names, in `unit`; `nil` when there is none, see `absence`.
    public let number: Double?
    /// Why there is no number; `nil` when there is one.
    public let absence: Absence?
    /// All values together, for metrics that measure durations.
    public let distribution: Distribution?
    /// What was divided by what, for rates and shares.
    public let fraction: Fraction?
    public let evidence: Evidence
    public let coverage: Coverage

    /// - Parameter number: not a number or infinite counts as none.
    public init(
        metric: MetricID, definition: MetricDefinition, period: ReportPeriod, unit: MetricUnit,
        number: Double?,
        distribution: Distribution? = nil, fraction: Fraction? = nil, evidence: Evidence, coverage: Coverage
    ) {
        self.metric = metric
        self.definition = definition
        self.period = period
        self.unit = unit
        self.number = number.flatMap { $0.isFinite ? $0 : nil }
        self.distribution = distribution
        self.fraction = fraction
        self.evidence = evidence
        self.coverage = coverage
        absence = self.number == nil ? coverage.absence ?? evidence.absence : nil
    }
}

extension MetricValue {
    /// The value without what leads to single people: no spread, no records, nothing of what was left out.
    package var aggregated: MetricValue {
        MetricValue(
            self, number: number, fraction: fraction, absence: absence, sampleSize: evidence.sampleSize)
    }

    /// Nothing but that there is something to withhold.
    package var withheld: MetricValue {
        MetricValue(self, number: nil, fraction: nil, absence: .withheld, sampleSize: 0)
    }

    private init(
        _ value: MetricValue, number: Double?, fraction: Fraction?, absence: Absence?, sampleSize: Int
    ) {
        metric = value.metric
        definition = value.definition
        period = value.period
        unit = value.unit
        self.number = number
        self.fraction = fraction
        self.absence = absence
        distribution = nil
        evidence = Evidence(sampleSize: sampleSize)
        coverage = value.coverage
    }

    /// The value with its evidence counted, not named.
    package var unnamed: MetricValue {
        MetricValue(
            metric: metric, definition: definition, period: period, unit: unit, number: number,
            distribution: distribution, fraction: fraction, evidence: evidence.counted, coverage: coverage)
    }
}
