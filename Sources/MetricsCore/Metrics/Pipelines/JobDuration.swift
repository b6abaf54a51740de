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
        for job in facts.records.jobs.rows where job.kind?.value != .bridge {
            guard let at = job.countedAt, period.contains(at), let status = job.status?.value,
                JobRecord.isTerminal(status)
            else { continue }
            if status == "canceled" {
                sampler.exclude(job.id.id, .canceled, at: at)
            } else {
                sampler.add(job.id.id, lasting: job.timing?.value.duration, until: at)
            }
        }
        return sampler.partial(in: facts.space(.job))
    }
}
