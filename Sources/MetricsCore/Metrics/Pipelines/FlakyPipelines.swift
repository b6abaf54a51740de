/// Commits whose pipelines failed and then succeeded without a change (Documentation/Metrics/FlakyPipelines.md).
public struct FlakyPipelines: ShareMetric {
    public static var id: MetricID { .flakyPipelines }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.pipeline] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "commits with a pipeline that succeeded after one that failed", statistic: .share)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        for commit in TestedCommit.all(of: facts) where period.contains(commit.at) {
            tally.count(commit.pipeline, at: commit.at, isHit: commit.isFlaky)
        }
        return tally.partial(in: facts.space(.pipeline))
    }
}
