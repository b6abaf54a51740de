/// How long those that wait for a review at the period's end have waited (Documentation/Metrics/ReviewQueueAge.md).
public struct ReviewQueueAge: DistributionMetric {
    public static var id: MetricID { .reviewQueueAge }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .note] }
    public var isPerMergeRequest: Bool { true }
    public var isSnapshot: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "time since it is the reviewers' turn, of merge requests that wait at the end of the period",
        statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        let at = period.lastInstant
        var sampler = Sampler(definition, facts)
        for timeline in facts.mergeRequests {
            guard let since = facts.reviewWait(of: timeline, at: period.end), sampler.takes(timeline, at: at)
            else { continue }
            sampler.add(timeline.id, from: since, to: at, of: timeline.author)
        }
        return sampler.partial(in: facts.space(.mergeRequest))
    }
}
