/// Files a merge request touches (Documentation/Metrics/MergeRequestFiles.md).
public struct MergeRequestFiles: DistributionMetric {
    public static var id: MetricID { .mergeRequestFiles }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest] }
    public var isPerMergeRequest: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "files touched by merge requests merged in the period", end: .merged, statistic: .median)

    public var unit: MetricUnit { .files }

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
            sampler.add(timeline.id, UInt32(clamping: size.files), at: at)
        }
        return sampler.partial(in: facts.space(.mergeRequest))
    }
}
