/// Merge requests merged by their own author (Documentation/Metrics/SelfMerges.md).
public struct SelfMerges: ShareMetric {
    public static var id: MetricID { .selfMerges }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest] }
    public var isPerMergeRequest: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests merged by their author", end: .merged, statistic: .share)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        for timeline in facts.mergeRequests {
            guard let at = timeline.merged, period.contains(at), tally.takes(timeline, at: at) else {
                continue
            }
            guard let merger = facts.record(of: timeline).merge?.value.by, timeline.author != 0 else {
                tally.exclude(timeline.id, .unknownMerger, at: at)
                continue
            }
            tally.count(timeline.id, at: at, isHit: merger.id == timeline.author)
        }
        return tally.partial(in: facts.space(.mergeRequest))
    }
}
