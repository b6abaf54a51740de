/// A pure function: the records of projects and a period, through a mergeable partial, to a value with its
/// evidence.
public protocol Metric<Partial>: Sendable {
    associatedtype Partial: MetricPartial

    static var id: MetricID { get }

    /// What its number means.
    var definition: MetricDefinition { get set }

    /// The kinds of record without which the number would be wrong; their coverage is the value's.
    var kinds: [RecordKind] { get }

    /// Facts without which it knows nothing of a project, whatever else was read of it: where the way of reading does not
    /// tell one, the kind of record was not collected. None unless the metric says otherwise.
    var requiredFacts: [UntoldFact] { get }

    /// Whether it tells how things stand at the period's end instead of what happened within: then the partials of
    /// periods that meet do not add up. `false` unless the metric says otherwise.
    var isSnapshot: Bool { get }

    /// Whether its partial is the sum of what each merge request contributes by itself, so that one that changes moves
    /// it alone. `false` unless the metric says otherwise.
    var isPerMergeRequest: Bool { get }

    /// What one project contributes to the period.
    func partial(of facts: ProjectFacts, in period: ReportPeriod) -> Partial

    /// The numbers of all buckets of a period; what `value(of:coverage:in:)` says of each.
    ///
    /// - Parameter coverage: of the whole period; a bucket that lies where nothing was read has no number.
    func points(of partial: Partial, coverage: Coverage, in index: BucketIndex) -> [SeriesPoint]

    /// The value that figures make, as partials with these figures would; `nil` where the metric needs the records.
    ///
    /// - Parameter evidence: what the value rests on.
    func value(
        of figures: MetricFigures, evidence: Evidence, coverage: Coverage, in period: ReportPeriod
    ) -> MetricValue?

    /// The value that all contributions make together.
    func value(of partial: Partial, coverage: Coverage, in period: ReportPeriod) -> MetricValue
}

extension Metric {
    public var id: MetricID { Self.id }

    public var requiredFacts: [UntoldFact] { [] }

    public var isSnapshot: Bool { false }

    public var isPerMergeRequest: Bool { false }

    public func value(
        of figures: MetricFigures, evidence: Evidence, coverage: Coverage, in period: ReportPeriod
    ) -> MetricValue? { nil }

    /// The value that figures alone make: its evidence is counted, not listed.
    public func value(of figures: MetricFigures, coverage: Coverage, in period: ReportPeriod) -> MetricValue?
    {
        value(of: figures, evidence: figures.evidence, coverage: coverage, in: period)
    }

    /// The same metric with a definition that differs in what is changed: another statistic, working time.
    ///
    /// ```swift
    /// let metric = TimeToMerge().redefined { $0.statistic = .p90 }
    /// ```
    public func redefined(_ change: (inout MetricDefinition) -> Void) -> Self {
        var copy = self
        change(&copy.definition)
        return copy
    }

    /// The value over several projects.
    public func value(of projects: some Sequence<ProjectFacts>, in period: ReportPeriod) -> MetricValue {
        var fold = MetricFold(self, period: period)
        for facts in projects { fold.add(facts) }
        return fold.value
    }

    /// The value over a set of records. Facts are derived for this metric alone; to compute several, derive
    /// `ProjectFacts` once and fold each project into all.
    public func value(
        of records: RecordSet, in period: ReportPeriod, rules: FactRules = .standard
    ) -> MetricValue {
        value(of: records.projects.lazy.map { ProjectFacts(of: $0, $1, rules: rules) }, in: period)
    }
}
