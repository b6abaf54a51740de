public import MetricsCore

/// A report that is kept open while records change: each change moves the values it concerns, and nothing else is
/// looked at.
///
/// A merge request, with its comments and approvals, is measured by itself: what it contributed is taken away and what
/// it contributes now is added, in a fraction of a millisecond whatever the history. Changes of anything else, and of
/// merge requests that a deployment carries, measure their project anew.
///
/// Values tell how many records they rest on, not which (`Evidence.isListed` is false); in everything else they equal
/// those of a report made anew.
public struct LiveReport: Sendable {
    public let period: ReportPeriod
    private let rules: FactRules
    private var metrics: [any RunningMetric]
    private var projects: [ProjectKey: MergeRequestSlices] = [:]
    /// What is known of each project's records, metric by metric.
    private var coverages: [ProjectKey: [Coverage]] = [:]

    init(_ configuration: MetricsReporter.Configuration, for period: ReportPeriod) {
        self.period = period
        rules = configuration.rules
        metrics = configuration.metrics.compactMap { $0.running(in: period) }
    }

    mutating func add(_ facts: ProjectFacts) {
        for index in metrics.indices { metrics[index].add(facts) }
        learn(facts)
    }

    /// Takes over what is known of the records, once all projects are added.
    mutating func updateCoverage() {
        for index in metrics.indices {
            var coverage = Coverage()
            for known in coverages.values { coverage.merge(known[index]) }
            metrics[index].setCoverage(coverage)
        }
    }

    /// The values now, in the order of the metrics; of those alone that can be kept up to date: sums of amounts, medians
    /// of daily medians, days and sittings cannot.
    public var values: [MetricValue] { metrics.map(\.value) }

    public subscript(_ metric: MetricID) -> MetricValue? { metrics.first { $0.id == metric }?.value }

    /// Takes in what a merge into the store changed.
    ///
    /// - Returns: the values that moved, over all projects, in the order of the metrics.
    /// - Complexity: O(what hangs on the touched merge requests); O(records of the project) where anything else changed,
    ///   or where a metric needs to see its whole project.
    @discardableResult
    public mutating func apply(_ changes: RecordChanges) -> [LiveChange] {
        let before = metrics.map(\.value)
        for project in changes.projects.sorted() { apply(changes, to: project) }
        return zip(before, metrics).compactMap { before, metric in
            let after = metric.value
            return before == after ? nil : LiveChange(before: before, after: after)
        }
    }

    private mutating func apply(_ changes: RecordChanges, to key: ProjectKey) {
        // Taken out of the dictionary, so that it is changed in place.
        var project = projects.removeValue(forKey: key) ?? MergeRequestSlices(Self.nothing(of: key, rules))
        let touched = project.touched(by: changes)
        let kinds = changes.before[key].kinds.union(changes.after[key].kinds)
        let single = touched == nil ? [] : metrics.indices.filter { metrics[$0].isPerMergeRequest }
        let whole = metrics.indices.filter { index in
            touched == nil
                || !metrics[index].isPerMergeRequest && !kinds.isDisjoint(with: metrics[index].kinds)
        }
        let oldWhole = whole.isEmpty ? nil : project.facts
        let old = (touched ?? []).map { ($0, project.facts(of: $0)) }
        project.apply(changes)
        for (id, old) in old {
            let new = project.facts(of: id)
            for index in single { metrics[index].replace(old, with: new) }
        }
        if let oldWhole {
            let new = project.facts
            for index in whole { metrics[index].replace(oldWhole, with: new) }
            if touched == nil {
                learn(new)
                updateCoverage()
                return
            }
        }
        projects[key] = project
    }

    private mutating func learn(_ facts: ProjectFacts) {
        projects[facts.project] = MergeRequestSlices(facts)
        coverages[facts.project] = metrics.map { $0.coverage(of: facts) }
    }

    private static func nothing(of project: ProjectKey, _ rules: FactRules) -> ProjectFacts {
        ProjectFacts(of: project, ProjectRecords(), rules: rules)
    }
}
