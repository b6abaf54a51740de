/// One metric of a report that is kept open: its value follows each change.
package protocol RunningMetric: Sendable {
    var id: MetricID { get }

    /// The kinds of record whose change may move it otherwise than merge request by merge request.
    var kinds: [RecordKind] { get }

    /// Whether the value is the sum of what each merge request contributes by itself.
    var isPerMergeRequest: Bool { get }

    /// Takes in a whole project.
    mutating func add(_ facts: ProjectFacts)

    /// Takes out what the project contributed before, and takes in what it does now.
    mutating func replace(_ old: ProjectFacts, with new: ProjectFacts)

    /// What is known of the records now, project by project.
    mutating func setCoverage(_ coverage: Coverage)

    func coverage(of facts: ProjectFacts) -> Coverage

    var value: MetricValue { get }
}

/// A metric whose numbers are kept up to date.
struct RunningFold<M: Metric>: RunningMetric where M.Partial: RunningPartial {
    let metric: M
    let period: ReportPeriod
    private var running = RunningFigures()
    private var coverage = Coverage()
    /// Kept until something moves it.
    private(set) var value: MetricValue

    init(_ metric: M, period: ReportPeriod) {
        self.metric = metric
        self.period = period
        value = metric.value(of: M.Partial(), coverage: Coverage(), in: period)
    }

    var id: MetricID { metric.id }
    var kinds: [RecordKind] { metric.kinds }
    var isPerMergeRequest: Bool { metric.isPerMergeRequest }

    mutating func add(_ facts: ProjectFacts) {
        metric.partial(of: facts, in: period).add(to: &running)
        update()
    }

    mutating func replace(_ old: ProjectFacts, with new: ProjectFacts) {
        metric.partial(of: old, in: period).remove(from: &running)
        metric.partial(of: new, in: period).add(to: &running)
        update()
    }

    mutating func setCoverage(_ coverage: Coverage) {
        self.coverage = coverage
        update()
    }

    private mutating func update() {
        value = metric.value(of: running.figures, coverage: coverage, in: period) ?? value
    }

    func coverage(of facts: ProjectFacts) -> Coverage { facts.coverage(of: metric, in: period) }
}

extension Metric {
    /// The metric kept up to date; `nil` if its value cannot be had from numbers alone.
    package func running(in period: ReportPeriod) -> (any RunningMetric)? {
        guard value(of: MetricFigures(), coverage: Coverage(), in: period) != nil else { return nil }
        return Self.running(self, in: period)
    }

    private static func running(_ metric: Self, in period: ReportPeriod) -> (any RunningMetric)? {
        if let metric = metric as? any Metric<SamplePartial> { return runningFold(metric, period) }
        if let metric = metric as? any Metric<TallyPartial> { return runningFold(metric, period) }
        return nil
    }
}

private func runningFold(_ metric: some Metric<SamplePartial>, _ period: ReportPeriod) -> any RunningMetric {
    RunningFold(metric, period: period)
}

private func runningFold(_ metric: some Metric<TallyPartial>, _ period: ReportPeriod) -> any RunningMetric {
    RunningFold(metric, period: period)
}
