/// Jobs that were run more than once (Documentation/Metrics/RetriedJobs.md).
public struct RetriedJobs: ShareMetric {
    public static var id: MetricID { .retriedJobs }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.job] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "jobs of pipelines that were run more than once, among those that succeeded or failed",
        statistic: .share)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        let rows = facts.records.jobs.rows
        for run in JobRun.all(of: facts.records) {
            let job = rows[run.row]
            guard let at = job.countedAt, period.contains(at) else { continue }
            switch job.outcome {
            case .success, .failure: tally.count(job.id.id, at: at, isHit: run.runs > 1)
            case .leftOut(let reason): tally.exclude(job.id.id, reason, at: at)
            }
        }
        return tally.partial(in: facts.space(.job))
    }
}
