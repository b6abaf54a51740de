/// Time that jobs ran, whatever came of them (Documentation/Metrics/PipelineMinutes.md).
///
/// A pipeline none of whose jobs is known counts by its own duration, in which jobs side by side count once.
public struct PipelineMinutes: AmountMetric {
    public static var id: MetricID { .pipelineMinutes }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.pipeline] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "running times of jobs, and of pipelines whose jobs are not known", statistic: .sum)

    public var unit: MetricUnit { .seconds }

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> AmountPartial {
        let jobs = facts.records.jobs.rows
        var ofJobs = Accumulator(definition)
        var told: Set<Int64> = []
        for row in jobs.indices where jobs[row].isBuild {
            told.insert(jobs[row].pipeline.id)
            guard let at = jobs[row].countedAt, period.contains(at) else { continue }
            let job = jobs[row]
            switch job.outcome {
            case .success, .failure, .leftOut(.canceled):
                ofJobs.add(job.id.id, lasting: job.timing?.value.duration, until: at)
            case .leftOut(let reason): ofJobs.exclude(job.id.id, reason, at: at)
            }
        }
        let pipelines = facts.records.pipelines.rows
        var ofPipelines = Accumulator(definition)
        for row in pipelines.indices where !told.contains(pipelines[row].id.id) {
            guard let at = pipelines[row].countedAt, period.contains(at) else { continue }
            let pipeline = pipelines[row]
            if pipeline.outcome == .leftOut(.skipped) {
                ofPipelines.exclude(pipeline.id.id, .skipped, at: at)
            } else if pipeline.isTerminal {
                ofPipelines.add(pipeline.id.id, lasting: pipeline.timing?.value.duration, until: at)
            } else {
                ofPipelines.exclude(pipeline.id.id, .running, at: at)
            }
        }
        var partial = AmountPartial()
        ofJobs.add(to: &partial, in: facts.space(.job))
        ofPipelines.add(to: &partial, in: facts.space(.pipeline))
        return partial
    }
}
