/// A metric that counts records: in all, per calendar day, or per week, as the definition's statistic says.
protocol CountMetric: Metric where Partial == TallyPartial {}

extension CountMetric {
    /// A count of nothing over what was read is 0, and `nil` where nothing was.
    public func value(of partial: TallyPartial, coverage: Coverage, in period: ReportPeriod) -> MetricValue {
        let count = Double(partial.base.count)
        let isKnown = count > 0 || coverage.absence == nil
        let rate: Fraction? =
            switch definition.statistic {
            case .perDay: Fraction(count, period.dayCount)
            case .perWeek: Fraction(count, period.dayCount / 7)
            default: nil
            }
        return MetricValue(
            metric: id, definition: definition, period: period, unit: unit,
            number: isKnown ? rate.map(\.quotient) ?? count : nil, fraction: isKnown ? rate : nil,
            evidence: Evidence(references: partial.base.references, ledger: partial.ledger),
            coverage: coverage)
    }

    private var unit: MetricUnit {
        switch definition.statistic {
        case .perDay: .perDay
        case .perWeek: .perWeek
        default: .count
        }
    }
}
