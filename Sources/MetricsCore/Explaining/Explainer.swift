/// Explains one project's records: computes the metrics once, then tells of any record how it counts in them.
///
/// Of what a reader wants to know of a number, this is the other end: `Evidence` lists the records behind it, an
/// `Explanation` what is behind a record.
public struct Explainer: Sendable {
    public let facts: ProjectFacts
    public let metrics: [any Metric]
    public let period: ReportPeriod
    private let values: [MetricValue]

    /// O(metrics × records).
    public init(
        _ facts: ProjectFacts, metrics: [any Metric] = MetricCatalogue.all, in period: ReportPeriod
    ) {
        self.facts = facts
        self.metrics = metrics
        self.period = period
        values = metrics.map { $0.value(of: [facts], in: period) }
    }

    /// What happened to a merge request, deployment, issue or incident, and how it counts.
    ///
    /// - Returns: `nil` for a record of another kind or project, and for one that GitLab no longer shows. O(records).
    public func explain(_ reference: RecordReference) -> Explanation? {
        guard reference.instance == facts.project.instance, let id = Int64(reference.id) else { return nil }
        switch reference.kind {
        case .mergeRequest:
            guard let timeline = facts.mergeRequests.first(where: { $0.id == id }) else { return nil }
            let trail = MergeRequestTrail(of: timeline, in: facts)
            return explanation(of: reference, trail.title, trail.steps)
        case .deployment:
            guard let trail = DeploymentTrail(of: id, in: facts) else { return nil }
            return explanation(of: reference, trail.title, trail.steps)
        case .issue:
            guard let trail = IssueTrail(of: id, in: facts) else { return nil }
            return explanation(of: reference, trail.title, trail.steps)
        default: return nil
        }
    }

    private func explanation(
        of reference: RecordReference, _ title: String, _ steps: [Explanation.Step]
    ) -> Explanation {
        Explanation(
            reference: reference, title: title, steps: steps.inOrderOfTime,
            verdicts: verdicts(on: reference))
    }

    private func verdicts(on reference: RecordReference) -> [Explanation.Verdict] {
        let alone = facts.narrowed(to: reference)
        return zip(metrics, values).map { metric, value in
            let count = value.evidence.references.count(of: reference)
            let own = count > 0 && value.addsAmounts ? metric.value(of: [alone], in: period) : nil
            return Explanation.Verdict(
                on: reference, in: value, amount: own?.amount(of: reference, times: count))
        }
    }
}

extension MetricValue {
    /// Whether the records behind it add more than their number.
    fileprivate var addsAmounts: Bool {
        distribution != nil || definition.statistic == .sum || definition.statistic == .mean
    }

    /// What the record adds, if nothing else stands behind the value.
    fileprivate func amount(of reference: RecordReference, times count: Int) -> Double? {
        guard evidence.references.count == count, evidence.references.count(of: reference) == count else {
            return nil
        }
        return distribution?.mean ?? number.map { definition.statistic == .sum ? $0 / Double(count) : $0 }
    }
}

extension [Explanation.Step] {
    /// Those at the same second stay in the order in which they were told.
    fileprivate var inOrderOfTime: Self {
        enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }
}
