/// A metric that adds amounts up: booked time, changed lines, minutes of runners.
protocol AmountMetric: Metric where Partial == AmountPartial {
    /// What the amounts are.
    var unit: MetricUnit { get }
}

extension AmountMetric {
    public func value(of partial: AmountPartial, coverage: Coverage, in period: ReportPeriod) -> MetricValue {
        summed(
            partial.sum, of: partial.count, coverage: coverage, in: period,
            Evidence(references: partial.references, ledger: partial.ledger))
    }

    public func value(
        of figures: MetricFigures, evidence: Evidence, coverage: Coverage, in period: ReportPeriod
    ) -> MetricValue? {
        summed(figures.sum, of: figures.count, coverage: coverage, in: period, evidence)
    }

    /// A sum of nothing over what was read is 0, and `nil` where nothing was.
    private func summed(
        _ sum: Double, of count: Int, coverage: Coverage, in period: ReportPeriod, _ evidence: Evidence
    ) -> MetricValue {
        let isKnown = count > 0 || coverage.absence == nil
        let rate = definition.statistic == .mean ? Fraction(sum, Double(count)) : nil
        return MetricValue(
            metric: id, definition: definition, period: period, unit: unit,
            number: isKnown ? rate.map(\.quotient) ?? sum : nil, fraction: isKnown ? rate : nil,
            evidence: evidence, coverage: coverage)
    }
}
