/// Time spent as a draft before the merge (Documentation/Metrics/DraftTime.md).
public struct DraftTime: DistributionMetric {
    public static var id: MetricID { .draftTime }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note] }
    public var isPerMergeRequest: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "time as a draft of merge requests merged in the period that ever were one", end: .merged,
        statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        for timeline in facts.mergeRequests {
            guard let at = timeline.merged, period.contains(at), sampler.takes(timeline, at: at) else {
                continue
            }
            guard let seconds = facts.draftTime(of: timeline, until: at) else {
                sampler.exclude(timeline.id, .neverDraft, at: at)
                continue
            }
            sampler.add(timeline.id, UInt32(clamping: seconds), at: at)
        }
        return sampler.partial(in: facts.space(.mergeRequest))
    }
}
