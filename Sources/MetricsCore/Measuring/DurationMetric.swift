/// A metric of durations: its partial holds samples, its number is the definition's statistic of them.
protocol DurationMetric: Metric where Partial == SamplePartial {}

extension DurationMetric {
    public func value(of partial: SamplePartial, coverage: Coverage, in period: ReportPeriod) -> MetricValue {
        var seconds = partial.seconds
        let distribution = Distribution(consuming: &seconds)
        return MetricValue(
            metric: id, definition: definition, period: period, unit: .seconds,
            number: number(of: partial, distribution), distribution: distribution,
            evidence: Evidence(references: partial.references, ledger: partial.ledger), coverage: coverage)
    }

    private func number(of partial: SamplePartial, _ distribution: Distribution?) -> Double? {
        switch definition.statistic {
        case .mean: distribution?.mean
        case .p75: distribution?.p75
        case .p90: distribution?.p90
        case .p95: distribution?.p95
        case .medianOfDailyMedians: medianOfDailyMedians(partial)
        case .total: Double(partial.count)
        case .median, .perDay, .share: distribution?.median
        }
    }

    private func medianOfDailyMedians(_ partial: SamplePartial) -> Double? {
        let medians = partial.secondsByDay.values.compactMap { day in
            var seconds = day
            return Distribution.median(consuming: &seconds)
        }.sorted()
        guard !medians.isEmpty else { return nil }
        let middle = medians.count / 2
        return medians.count.isMultiple(of: 2) ? (medians[middle - 1] + medians[middle]) / 2 : medians[middle]
    }
}
