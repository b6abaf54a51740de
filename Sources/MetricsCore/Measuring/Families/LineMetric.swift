/// A metric that adds up lines of commits.
protocol LineMetric: AmountMetric {}

extension LineMetric {
    public var unit: MetricUnit { .lines }

    func lines(
        _ lines: KeyPath<CommitRecord.Lines, Int>, of facts: ProjectFacts, in period: ReportPeriod
    ) -> AmountPartial {
        var amounts = AmountPartial.Columns()
        var exclusions = KeyedColumns<ExclusionReason>()
        for commit in facts.records.commits.rows {
            let at = commit.committedAt?.value ?? commit.facts.value.authoredAt
            guard period.contains(at) else { continue }
            if commit.isMerge {
                exclusions.append(named: commit.reference.id, .mergeCommit, at: at)
            } else if let known = commit.lines?.value {
                amounts.append(named: commit.reference.id, Int64(known[keyPath: lines]), at: at)
            } else {
                exclusions.append(named: commit.reference.id, .noSize, at: at)
            }
        }
        var partial = AmountPartial()
        partial.append(amounts, in: facts.space(.commit))
        partial.ledger.exclude(exclusions, in: facts.space(.commit))
        return partial
    }
}
