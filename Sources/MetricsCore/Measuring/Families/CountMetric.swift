/// A metric that counts records: in all, per calendar day, or per week, as the definition's statistic says.
protocol CountMetric: Metric where Partial == TallyPartial {}

extension CountMetric {
    public func value(of partial: TallyPartial, coverage: Coverage, in period: ReportPeriod) -> MetricValue {
        counted(
            partial.base.count, coverage: coverage, in: period,
            Evidence(references: partial.base.references, ledger: partial.ledger))
    }

    public func value(
        of figures: MetricFigures, evidence: Evidence, coverage: Coverage, in period: ReportPeriod
    ) -> MetricValue? {
        counted(figures.count, coverage: coverage, in: period, evidence)
    }

    /// A count of nothing over what was read is 0, and `nil` where nothing was.
    private func counted(
        _ number: Int, coverage: Coverage, in period: ReportPeriod, _ evidence: Evidence
    ) -> MetricValue {
        let count = Double(number)
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
            evidence: evidence, coverage: coverage)
    }

    public func points(of partial: TallyPartial, coverage: Coverage, in index: BucketIndex) -> [SeriesPoint] {
        zip(partial.base.counts(in: index), index.buckets.indices).map { count, position in
            let isKnown = count > 0 || coverage.within(index.buckets[position]).absence == nil
            let number: Double? =
                switch definition.statistic {
                case .perDay: Fraction(Double(count), index.dayCounts[position]).quotient
                case .perWeek: Fraction(Double(count), index.dayCounts[position] / 7).quotient
                default: Double(count)
                }
            return SeriesPoint(number: isKnown ? number : nil, sampleSize: count)
        }
    }

    private var unit: MetricUnit {
        switch definition.statistic {
        case .perDay: .perDay
        case .perWeek: .perWeek
        default: .count
        }
    }
}
