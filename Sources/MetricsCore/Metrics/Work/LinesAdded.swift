/// Lines added by commits, merge commits apart (Documentation/Metrics/LinesAdded.md).
public struct LinesAdded: LineMetric {
    public static var id: MetricID { .linesAdded }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.commit] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "lines added by commits, by when they were committed", statistic: .sum)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> AmountPartial {
        lines(\.added, of: facts, in: period)
    }
}
