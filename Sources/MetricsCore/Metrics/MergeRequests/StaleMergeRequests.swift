/// Open merge requests on which nothing happened for a while (Documentation/Metrics/StaleMergeRequests.md).
public struct StaleMergeRequests: ShareMetric {
    public static var id: MetricID { .staleMergeRequests }
    public var definition: MetricDefinition
    /// After how many days of 24 hours without activity it is stale; 30 by default.
    public var days = 30
    public var kinds: [RecordKind] { [.mergeRequest, .note] }
    public var isPerMergeRequest: Bool { true }
    public var isSnapshot: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests open at the end of the period that rest since long", statistic: .share)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        let at = period.lastInstant
        for timeline in facts.mergeRequests where timeline.isOpen(at: period.end) {
            guard tally.takes(timeline, at: at) else { continue }
            let rested = facts.lastActivity(on: timeline, before: period.end).seconds(until: period.end)
            tally.count(timeline.id, at: at, isHit: rested >= Int64(days) * 86_400)
        }
        return tally.partial(in: facts.space(.mergeRequest))
    }
}
