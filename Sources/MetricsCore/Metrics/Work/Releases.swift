/// Releases, by when they were released (Documentation/Metrics/Releases.md).
public struct Releases: CountMetric {
    public static var id: MetricID { .releases }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.release] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "releases", statistic: .total)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var tally = Tally(definition)
        for release in facts.records.releases where !release.isGone {
            guard let summary = release.summary?.value else { continue }
            let at = summary.releasedAt ?? summary.createdAt
            if period.contains(at) { tally.count(named: release.reference.id, at: at) }
        }
        return tally.partial(in: facts.space(.release))
    }
}
