/// A metric that adds up lines of commits.
protocol LineMetric: AmountMetric {}

extension LineMetric {
    public var unit: MetricUnit { .lines }

    func lines(
        _ lines: KeyPath<CommitRecord.Lines, Int>, of facts: ProjectFacts, in period: ReportPeriod
    ) -> AmountPartial {
        var sum = Accumulator(definition)
        let rows = facts.records.commits.rows
        for row in rows.indices where period.contains(rows[row].countedAt) {
            let commit = rows[row]
            let (name, at) = (commit.reference.id, commit.countedAt)
            if let reason = facts.exclusion(of: commit, definition.inclusion) {
                sum.exclude(named: name, reason, at: at)
            } else if let known = commit.lines?.value {
                sum.add(named: name, known[keyPath: lines], at: at)
            } else {
                sum.exclude(named: name, .noSize, at: at)
            }
        }
        return sum.partial(in: facts.space(.commit))
    }
}
