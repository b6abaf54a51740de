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
        for commit in facts.records.commits.rows {
            let at = commit.committedAt?.value ?? commit.facts.value.authoredAt
            guard period.contains(at) else { continue }
            if commit.isMerge {
                tally.exclude(named: commit.reference.id, .mergeCommit, at: at)
            } else {
                tally.count(named: commit.reference.id, at: at)
            }
        }
        return tally.partial(in: facts.space(.commit))
    }
}

extension CommitRecord {
    /// Whether it has several parents; unknown ones are taken for one.
    var isMerge: Bool { (parents?.value.count ?? 0) > 1 }
}
