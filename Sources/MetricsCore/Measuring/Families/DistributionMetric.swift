/// A metric of durations or sizes: its partial holds samples, its number is the definition's statistic of them.
protocol DistributionMetric: Metric where Partial == SamplePartial {
    /// What the samples are; seconds unless it says otherwise.
    var unit: MetricUnit { get }
}

extension DistributionMetric {
    public var unit: MetricUnit { .seconds }

    public func value(of partial: SamplePartial, coverage: Coverage, in period: ReportPeriod) -> MetricValue {
        var values = partial.values
        let distribution = Distribution(consuming: &values)
        let number =
            definition.statistic == .medianOfDailyMedians
            ? DailyMedians(of: partial, in: period).median : distribution?.number(definition.statistic)
        return spread(
            number, distribution, coverage: coverage, in: period,
            Evidence(references: partial.references, ledger: partial.ledger))
    }

    /// `nil` for a median of daily medians, which needs each sample's day.
    public func value(
        of figures: MetricFigures, evidence: Evidence, coverage: Coverage, in period: ReportPeriod
    ) -> MetricValue? {
        guard definition.statistic != .medianOfDailyMedians else { return nil }
        return spread(
            figures.distribution?.number(definition.statistic), figures.distribution, coverage: coverage,
            in: period, evidence)
    }

    private func spread(
        _ number: Double?, _ distribution: Distribution?, coverage: Coverage, in period: ReportPeriod,
        _ evidence: Evidence
    ) -> MetricValue {
        MetricValue(
            metric: id, definition: definition, period: period, unit: unit, number: number,
            distribution: distribution, evidence: evidence, coverage: coverage)
    }

    public func points(of partial: SamplePartial, coverage: Coverage, in index: BucketIndex) -> [SeriesPoint]
    {
        guard definition.statistic != .medianOfDailyMedians else {
            return pointsBySplitting(partial, coverage: coverage, in: index)
        }
        var sorted = BucketSort(partial, in: index)
        return sorted.distributions().map { distribution in
            SeriesPoint(
                number: distribution?.number(definition.statistic), distribution: distribution,
                sampleSize: distribution?.count ?? 0)
        }
    }
}

extension Distribution {
    /// The number that statistic makes of the values.
    package func number(_ statistic: Statistic) -> Double {
        switch statistic {
        case .mean: mean
        case .p75: p75
        case .p90: p90
        case .p95: p95
        case .total: Double(count)
        case .sum: (mean * Double(count)).rounded()
        case .median, .perDay, .perWeek, .share, .ratio, .medianOfDailyMedians: median
        }
    }
}
