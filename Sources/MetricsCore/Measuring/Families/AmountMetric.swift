/// A metric that adds amounts up: booked time, changed lines, minutes of runners.
protocol AmountMetric: Metric where Partial == AmountPartial {
    /// What the amounts are.
    var unit: MetricUnit { get }
}

extension AmountMetric {
    /// A sum of nothing over what was read is 0, and `nil` where nothing was.
    public func value(of partial: AmountPartial, coverage: Coverage, in period: ReportPeriod) -> MetricValue {
        let isKnown = partial.count > 0 || coverage.absence == nil
        let sum = partial.sum
        let rate = definition.statistic == .mean ? Fraction(sum, Double(partial.count)) : nil
        return MetricValue(
            metric: id, definition: definition, period: period, unit: unit,
            number: isKnown ? rate.map(\.quotient) ?? sum : nil, fraction: isKnown ? rate : nil,
            evidence: Evidence(references: partial.references, ledger: partial.ledger), coverage: coverage)
    }
}
