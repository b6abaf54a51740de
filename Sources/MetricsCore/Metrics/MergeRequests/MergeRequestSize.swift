/// Lines a merge request adds and removes together (Documentation/Metrics/MergeRequestSize.md).
public struct MergeRequestSize: DistributionMetric {
    public static var id: MetricID { .mergeRequestSize }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest] }
    public var isPerMergeRequest: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "lines changed by merge requests merged in the period", end: .merged, statistic: .median)

    public var unit: MetricUnit { .lines }

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        for timeline in facts.mergeRequests {
            guard let at = timeline.merged, period.contains(at), sampler.takes(timeline, at: at) else {
                continue
            }
            guard let size = facts.record(of: timeline).size?.value else {
                sampler.exclude(timeline.id, .noSize, at: at)
                continue
            }
            sampler.add(timeline.id, size.lines, at: at)
        }
        return sampler.partial(in: facts.space(.mergeRequest))
    }
}
