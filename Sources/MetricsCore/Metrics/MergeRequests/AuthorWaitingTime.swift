/// Time from ready to merge in which it was the author's turn (Documentation/Metrics/AuthorWaitingTime.md).
public struct AuthorWaitingTime: DistributionMetric {
    public static var id: MetricID { .authorWaitingTime }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note] }
    public var isPerMergeRequest: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "time in which merge requests merged in the period waited for their author", start: .ready,
        end: .merged, statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        for timeline in facts.mergeRequests {
            guard let at = timeline.merged, period.contains(at), sampler.takes(timeline, at: at) else {
                continue
            }
            guard let turns = ReviewTurns(of: timeline, events: facts.events(of: timeline), until: at) else {
                sampler.exclude(timeline.id, timeline.reason(forMissing: .ready) ?? .missingInstant, at: at)
                continue
            }
            sampler.add(timeline.id, turns.seconds(of: .author), at: at)
        }
        return sampler.partial(in: facts.space(.mergeRequest))
    }
}
