/// Merge requests open at the period's end (Documentation/Metrics/OpenMergeRequests.md).
public struct OpenMergeRequests: CountMetric {
    public static var id: MetricID { .openMergeRequests }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest] }
    public var isPerMergeRequest: Bool { true }
    public var isSnapshot: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests open at the end of the period", statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        let at = period.lastInstant
        for timeline in facts.mergeRequests where timeline.isOpen(at: period.end) {
            guard tally.takes(timeline, at: at) else { continue }
            tally.count(timeline.id, at: at)
        }
        return tally.partial(in: facts.space(.mergeRequest))
    }
}
