/// Merged merge requests that a later one took back (Documentation/Metrics/RevertedMergeRequests.md).
public struct RevertedMergeRequests: ShareMetric {
    public static var id: MetricID { .revertedMergeRequests }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merged merge requests that were reverted since", end: .merged, statistic: .share)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        let reverted = facts.revertedMergeRequests
        for timeline in facts.mergeRequests {
            guard let at = timeline.merged, period.contains(at), tally.takes(timeline, at: at) else {
                continue
            }
            tally.count(timeline.id, at: at, isHit: reverted.contains(timeline.id))
        }
        return tally.partial(in: facts.space(.mergeRequest))
    }
}
