/// From a failure on the default branch to the next success there (Documentation/Metrics/TimeToGreen.md).
public struct TimeToGreen: DistributionMetric {
    public static var id: MetricID { .timeToGreen }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.pipeline] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "breaks of the default branch mended in the period", start: .pipelineFailed,
        end: .pipelineSucceeded, statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        if let branch = facts.records.project[facts.project]?.summary?.value.defaultBranch {
            for outage in DefaultBranchOutage.all(on: branch, in: facts.records) {
                add(outage, to: &sampler, in: period)
            }
        } else {
            for pipeline in facts.records.pipelines.rows {
                guard let at = pipeline.countedAt, period.contains(at), case .failure = pipeline.outcome
                else { continue }
                sampler.exclude(pipeline.id.id, .unknownDefaultBranch, at: at)
            }
        }
        return sampler.partial(in: facts.space(.pipeline))
    }

    private func add(_ outage: DefaultBranchOutage, to sampler: inout Sampler, in period: ReportPeriod) {
        guard period.contains(outage.mended ?? outage.failed) else { return }
        switch outage.mended {
        case nil: sampler.exclude(outage.pipeline, .pending, at: outage.failed)
        case let mended? where outage.isWhole: sampler.add(outage.pipeline, from: outage.failed, to: mended)
        case let mended?: sampler.exclude(outage.pipeline, .missingInstant, at: mended)
        }
    }
}
