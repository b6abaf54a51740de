/// Commits, merge commits apart (Documentation/Metrics/Commits.md).
public struct Commits: CountMetric {
    public static var id: MetricID { .commits }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.commit] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "commits, by when they were committed", statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        let rows = facts.records.commits.rows
        for row in rows.indices where period.contains(rows[row].countedAt) {
            let commit = rows[row]
            let (name, at) = (commit.reference.id, commit.countedAt)
            if let reason = facts.exclusion(of: commit, definition.inclusion) {
                tally.exclude(named: name, reason, at: at)
            } else {
                tally.count(named: name, at: at)
            }
        }
        return tally.partial(in: facts.space(.commit))
    }
}
