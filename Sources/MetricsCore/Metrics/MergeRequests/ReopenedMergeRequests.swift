/// Times that merge requests were reopened (Documentation/Metrics/ReopenedMergeRequests.md).
public struct ReopenedMergeRequests: CountMetric {
    public static var id: MetricID { .reopenedMergeRequests }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note, .stateEvent] }
    public var isPerMergeRequest: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "times that merge requests were reopened", statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        let reopenings = facts.reopenings(of: .mergeRequest).filter { period.contains($0.at) }
        guard !reopenings.isEmpty else { return TallyPartial() }
        let timelines = Dictionary(facts.mergeRequests.map { ($0.id, $0) }) { first, _ in first }
        for reopening in reopenings {
            guard let timeline = timelines[reopening.id], tally.takes(timeline, at: reopening.at) else {
                continue
            }
            tally.count(timeline.id, at: reopening.at)
        }
        return tally.partial(in: facts.space(.mergeRequest))
    }
}
