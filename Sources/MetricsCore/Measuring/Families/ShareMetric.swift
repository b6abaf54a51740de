/// A metric that says what part of the records counted has some quality: hits ÷ base.
protocol ShareMetric: Metric where Partial == TallyPartial {}

extension ShareMetric {
    public func value(of partial: TallyPartial, coverage: Coverage, in period: ReportPeriod) -> MetricValue {
        share(
            partial.hits.count, of: partial.base.count, coverage: coverage, in: period,
            Evidence(
                references: partial.base.references, hits: partial.hits.references, ledger: partial.ledger))
    }

    public func value(
        of figures: MetricFigures, evidence: Evidence, coverage: Coverage, in period: ReportPeriod
    ) -> MetricValue? {
        share(figures.hits, of: figures.count, coverage: coverage, in: period, evidence)
    }

    private func share(
        _ hits: Int, of base: Int, coverage: Coverage, in period: ReportPeriod, _ evidence: Evidence
    ) -> MetricValue {
        let fraction = Fraction(Double(hits), Double(base))
        return MetricValue(
            metric: id, definition: definition, period: period, unit: .share, number: fraction.quotient,
            fraction: fraction.denominator > 0 ? fraction : nil, evidence: evidence, coverage: coverage)
    }

    public func points(of partial: TallyPartial, coverage: Coverage, in index: BucketIndex) -> [SeriesPoint] {
        zip(partial.base.counts(in: index), partial.hits.counts(in: index)).map { base, hits in
            SeriesPoint(
                number: Fraction(Double(hits), Double(base)).quotient, sampleSize: base, hitCount: hits)
        }
    }
}
