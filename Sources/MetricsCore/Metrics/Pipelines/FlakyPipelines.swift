/// Commits whose pipelines failed and then succeeded without a change (Documentation/Metrics/FlakyPipelines.md).
public struct FlakyPipelines: ShareMetric {
    public static var id: MetricID { .flakyPipelines }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.job, .pipeline] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "commits whose pipelines succeeded after they had failed", statistic: .share)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        for commit in TestedCommit.all(of: facts) where period.contains(commit.at) {
            tally.count(commit.pipeline, at: commit.at, isHit: commit.isFlaky)
        }
        for pipeline in facts.records.pipelines.rows {
            guard let at = pipeline.countedAt, period.contains(at),
                case .leftOut(let reason) = pipeline.outcome
            else { continue }
            tally.exclude(pipeline.id.id, reason, at: at)
        }
        return tally.partial(in: facts.space(.pipeline))
    }
}
