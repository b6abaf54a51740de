/// Lines removed by commits, merge commits apart (Documentation/Metrics/LinesRemoved.md).
public struct LinesRemoved: LineMetric {
    public static var id: MetricID { .linesRemoved }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.commit] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "lines removed by commits, by when they were committed", statistic: .sum)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> AmountPartial {
        lines(\.removed, of: facts, in: period)
    }
}
