/// Comments by reviewers per 100 changed lines (Documentation/Metrics/ReviewDensity.md).
public struct ReviewDensity: Metric {
    public static var id: MetricID { .reviewDensity }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "comments by reviewers per 100 lines changed by merge requests merged in the period",
        end: .merged, statistic: .ratio)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> RatioPartial {
        var sampler = Sampler(definition, facts)
        var comments = AmountPartial.Columns()
        var lines = AmountPartial.Columns()
        for timeline in facts.mergeRequests {
            guard let at = timeline.merged, period.contains(at), sampler.takes(timeline, at: at) else {
                continue
            }
            guard let size = facts.record(of: timeline).size?.value else {
                sampler.exclude(timeline.id, .noSize, at: at)
                continue
            }
            comments.append(timeline.id, Int64(facts.reviewComments(on: timeline)), at: at)
            lines.append(timeline.id, Int64(size.lines), at: at)
        }
        var partial = RatioPartial()
        partial.above.append(comments, in: facts.space(.mergeRequest))
        partial.below.append(lines, in: facts.space(.mergeRequest))
        partial.ledger = sampler.partial(in: facts.space(.mergeRequest)).ledger
        return partial
    }

    public func value(of partial: RatioPartial, coverage: Coverage, in period: ReportPeriod) -> MetricValue {
        let fraction = Fraction(100 * partial.above.sum, partial.below.sum)
        return MetricValue(
            metric: id, definition: definition, period: period, unit: .ratio, number: fraction.quotient,
            fraction: fraction.denominator > 0 ? fraction : nil,
            evidence: Evidence(references: partial.below.references, ledger: partial.ledger),
            coverage: coverage)
    }
}
