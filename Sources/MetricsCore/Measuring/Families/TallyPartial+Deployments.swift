extension TallyPartial {
    /// The successful production deployments that finished in the period, and those that do not count.
    static func ofDeployments(
        _ facts: ProjectFacts, in period: ReportPeriod, _ definition: MetricDefinition
    ) -> TallyPartial {
        let range = period.range
        let history = facts.deployments
        var tally = Tally(definition)
        tally.count(
            DatedColumns(capacity: history.successes.count) { ids, instants in
                for success in history.successes where range.contains(success.finish) {
                    ids.append(success.id)
                    instants.append(success.finish.secondsSince1970)
                }
            })
        for other in history.others where range.contains(other.finish) {
            let reason: ExclusionReason =
                switch other.status {
                case .canceled: .canceled
                case .skipped: .skipped
                default: .failed
                }
            tally.exclude(other.id, reason, at: other.finish)
        }
        for unplaced in history.unplaced where range.contains(unplaced.finish) {
            tally.exclude(unplaced.id, .unknownEnvironment, at: unplaced.finish)
        }
        return tally.partial(in: facts.space(.deployment))
    }
}
