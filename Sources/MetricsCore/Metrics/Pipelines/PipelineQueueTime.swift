/// How long pipelines waited for a runner (Documentation/Metrics/PipelineQueueTime.md).
public struct PipelineQueueTime: DistributionMetric {
    public static var id: MetricID { .pipelineQueueTime }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.pipeline] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "waiting times of pipelines that succeeded or failed", statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        let rows = facts.records.pipelines.rows
        for row in rows.indices {
            guard let at = rows[row].countedAt, period.contains(at) else { continue }
            let pipeline = rows[row]
            switch pipeline.outcome {
            case .success, .failure:
                sampler.add(pipeline.id.id, lasting: pipeline.queueTime, until: at)
            case .leftOut(let reason): sampler.exclude(pipeline.id.id, reason, at: at)
            }
        }
        return sampler.partial(in: facts.space(.pipeline))
    }
}

extension PipelineRecord {
    /// Seconds it waited for a runner. GitLab states none for a wait of less than a second: then its start tells.
    var queueTime: Int? {
        if let stated = timing?.value.queuedDuration { return stated }
        guard let created = summary?.value.createdAt, let started = startedAt?.value,
            case .seconds(let seconds) = Elapsed(from: created, to: started)
        else { return nil }
        return Int(seconds)
    }
}
