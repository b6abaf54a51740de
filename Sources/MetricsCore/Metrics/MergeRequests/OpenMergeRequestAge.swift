/// How long merge requests open at the period's end have been open (Documentation/Metrics/OpenMergeRequestAge.md).
public struct OpenMergeRequestAge: DistributionMetric {
    public static var id: MetricID { .openMergeRequestAge }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest] }
    public var isPerMergeRequest: Bool { true }
    public var isSnapshot: Bool { true }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "age of merge requests open at the end of the period", start: .created, statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        let at = period.lastInstant
        for timeline in facts.mergeRequests where timeline.isOpen(at: period.end) {
            guard sampler.takes(timeline, at: at) else { continue }
            sampler.add(timeline.id, from: timeline.created, to: at)
        }
        return sampler.partial(in: facts.space(.mergeRequest))
    }
}
