/// Failed jobs among those that succeeded or failed, retried ones once (Documentation/Metrics/JobFailureRate.md).
///
/// Grouped by job it tells which jobs fail most.
public struct JobFailureRate: ShareMetric {
    public static var id: MetricID { .jobFailureRate }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.job] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "failed jobs, by their last run, among those that succeeded or failed", statistic: .share)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        let rows = facts.records.jobs.rows
        for run in JobRun.all(of: facts.records) {
            let job = rows[run.row]
            guard let at = job.countedAt, period.contains(at) else { continue }
            switch job.outcome {
            case .success where job.isAllowedToFail, .failure where job.isAllowedToFail:
                tally.exclude(job.id.id, .allowedToFail, at: at)
            case .success: tally.count(job.id.id, at: at)
            case .failure: tally.count(job.id.id, at: at, isHit: true)
            case .leftOut(let reason): tally.exclude(job.id.id, reason, at: at)
            }
        }
        return tally.partial(in: facts.space(.job))
    }
}
