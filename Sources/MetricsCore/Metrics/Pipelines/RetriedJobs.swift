/// Jobs that were run more than once (Documentation/Metrics/RetriedJobs.md).
public struct RetriedJobs: ShareMetric {
    public static var id: MetricID { .retriedJobs }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.job] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "jobs of a pipeline that were run more than once", statistic: .share)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        let rows = facts.records.jobs.rows
        for run in JobRun.all(of: facts.records) {
            guard let at = rows[run.row].countedAt, period.contains(at) else { continue }
            tally.count(rows[run.row].id.id, at: at, isHit: run.runs > 1)
        }
        return tally.partial(in: facts.space(.job))
    }
}
