/// How long jobs ran (Documentation/Metrics/JobDuration.md).
///
/// Grouped by job it tells which jobs are slowest.
public struct JobDuration: DistributionMetric {
    public static var id: MetricID { .jobDuration }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.job] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "running times of jobs that succeeded or failed", statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        let rows = facts.records.jobs.rows
        for row in rows.indices where rows[row].isBuild {
            guard let at = rows[row].countedAt, period.contains(at) else { continue }
            let job = rows[row]
            switch job.outcome {
            case .success, .failure: sampler.add(job.id.id, lasting: job.timing?.value.duration, until: at)
            case .leftOut(let reason): sampler.exclude(job.id.id, reason, at: at)
            }
        }
        return sampler.partial(in: facts.space(.job))
    }
}
