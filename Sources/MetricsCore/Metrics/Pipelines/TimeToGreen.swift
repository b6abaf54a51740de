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
        for outage in DefaultBranchOutage.all(of: facts) {
            if let mended = outage.mended {
                if period.contains(mended) { sampler.add(outage.pipeline, from: outage.failed, to: mended) }
            } else if period.contains(outage.failed) {
                sampler.exclude(outage.pipeline, .pending, at: outage.failed)
            }
        }
        return sampler.partial(in: facts.space(.pipeline))
    }
}
