extension TallyPartial {
    /// Counts the successful production deployments that finished in the period, and notes those that do not
    /// count.
    mutating func countDeployments(of facts: ProjectFacts, in period: ReportPeriod) {
        let range = period.range
        let history = facts.deployments
        let space = facts.space(.deployment)
        base.append(history.successes.compactMap { range.contains($0.finish) ? $0.id : nil }, in: space)
        var exclusions = KeyedIDs<ExclusionReason>()
        for other in history.others where range.contains(other.finish) {
            let reason: ExclusionReason =
                switch other.status {
                case .canceled: .canceled
                case .skipped: .skipped
                default: .failed
                }
            exclusions.append(other.id, reason)
        }
        for unplaced in history.unplaced where range.contains(unplaced.finish) {
            exclusions.append(unplaced.id, .unknownEnvironment)
        }
        ledger.exclude(exclusions, in: space)
    }
}
