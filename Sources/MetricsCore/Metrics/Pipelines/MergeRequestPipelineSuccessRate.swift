/// Successful pipelines among those of merge requests (Documentation/Metrics/MergeRequestPipelineSuccessRate.md).
public struct MergeRequestPipelineSuccessRate: ShareMetric {
    public static var id: MetricID { .mergeRequestPipelineSuccessRate }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.mergeRequest, .pipeline] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "successful pipelines of merge requests among those that succeeded or failed",
        statistic: .share)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        facts.forEachMergeRequestPipeline(in: period) { pipeline, at in
            switch pipeline.outcome {
            case .success: tally.count(pipeline.id.id, at: at, isHit: true)
            case .failure: tally.count(pipeline.id.id, at: at)
            case .leftOut(let reason): tally.exclude(pipeline.id.id, reason, at: at)
            }
        }
        return tally.partial(in: facts.space(.pipeline))
    }
}
