/// Rounds of review before the first approval: changes asked for, then new commits (Documentation/Metrics/ReworkCycles.md).
public struct ReworkCycles: DistributionMetric {
    public static var id: MetricID { .reworkCycles }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note] }
    public var isPerMergeRequest: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "rounds of review, each followed by new commits, of merge requests merged in the period",
        end: .merged, statistic: .mean)

    public var unit: MetricUnit { .count }

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        for timeline in facts.mergeRequests {
            guard let at = timeline.merged, period.contains(at), sampler.takes(timeline, at: at) else {
                continue
            }
            sampler.add(timeline.id, UInt32(clamping: facts.reworkCycles(of: timeline)), at: at)
        }
        return sampler.partial(in: facts.space(.mergeRequest))
    }
}
