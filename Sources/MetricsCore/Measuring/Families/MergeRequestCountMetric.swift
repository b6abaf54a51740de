/// A metric that counts merge requests by one moment of their lives.
protocol MergeRequestCountMetric: CountMetric {}

extension MergeRequestCountMetric {
    public var kinds: [RecordKind] { [.mergeRequest] }
    public var isPerMergeRequest: Bool { true }

    /// One for each merge request of which that moment, the end of the definition, lies in the period.
    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        guard let moment = definition.end else { return TallyPartial() }
        let range = period.range
        var tally = Tally(definition)
        for timeline in facts.mergeRequests {
            guard let at = timeline.instant(of: moment), range.contains(at), tally.takes(timeline, at: at)
            else { continue }
            tally.count(timeline.id, at: at)
        }
        return tally.partial(in: facts.space(.mergeRequest))
    }
}
