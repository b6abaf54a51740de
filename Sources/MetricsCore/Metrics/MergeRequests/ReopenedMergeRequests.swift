/// Times that merge requests were reopened (Documentation/Metrics/ReopenedMergeRequests.md).
public struct ReopenedMergeRequests: CountMetric {
    public static var id: MetricID { .reopenedMergeRequests }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note] }
    public var isPerMergeRequest: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "times that merge requests were reopened", statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        for timeline in facts.mergeRequests {
            for event in facts.events(of: timeline) where event.kind == .reopened {
                if period.contains(event.at), tally.takes(timeline, at: event.at) {
                    tally.count(timeline.id, at: event.at)
                }
            }
        }
        return tally.partial(in: facts.space(.mergeRequest))
    }
}
