public import MetricsCore
public import MetricsStorage

extension MetricsReporter {
    /// How the values of the touched projects moved by what a merge changed: in the order of the projects' keys, then
    /// of the metrics; values that stayed as they were, evidence and coverage included, are left out.
    ///
    /// Ask before anything else is merged into the records that changed: the state before is today's with the
    /// changes taken back.
    ///
    /// ```swift
    /// let changes = try await storage.merge(records)
    /// for change in try await reporter.changes(after: changes, for: period) where change.isOfNumber {
    ///     print(change.title, change.metric, change.before.number as Any, "→", change.after.number as Any)
    /// }
    /// ```
    ///
    /// - Throws: what the store throws.
    /// - Complexity: O(records of the period) of the touched projects; the whole project where a deployment that
    ///   had reached its environment turns out otherwise.
    @concurrent
    public func changes(
        after changes: RecordChanges, for period: ReportPeriod
    ) async throws(StorageError) -> [MetricChange] {
        var moved: [MetricChange] = []
        for project in changes.projects.sorted() {
            let after = try await storage.records(matching: query(for: project, changes, period))
            var before = after
            before.revert(changes.of(project))
            moved += self.changes(of: project, from: before[project], to: after[project], in: period)
        }
        return moved
    }

    private func changes(
        of project: ProjectKey, from before: ProjectRecords, to after: ProjectRecords,
        in period: ReportPeriod
    ) -> [MetricChange] {
        let old = ProjectFacts(of: project, before, rules: configuration.rules)
        let new = ProjectFacts(of: project, after, rules: configuration.rules)
        let title = after.project[project]?.summary?.value.path ?? project.description
        return configuration.metrics.compactMap { metric in
            let before = value(of: metric, old, period)
            let after = value(of: metric, new, period)
            guard before != after else { return nil }
            return MetricChange(project: project, title: title, before: before, after: after)
        }
    }

    private func value(
        of metric: some Metric, _ facts: ProjectFacts, _ period: ReportPeriod
    ) -> MetricValue {
        var fold = MetricFold(metric, period: period)
        fold.add(facts)
        return fold.value
    }

    /// Which merge requests a report reads goes by the deployments of the period. Those that counted before and no
    /// longer do are no way to what they carried, so then everything is read.
    private func query(
        for project: ProjectKey, _ changes: RecordChanges, _ period: ReportPeriod
    ) -> RecordQuery {
        let uncovers = changes.before[project].deployments.contains { $0.success != nil }
        return RecordQuery(
            projects: [project], activity: uncovers ? nil : reach(of: period), mayExceedActivity: true)
    }
}

extension RecordChanges {
    /// What of them concerns that project.
    fileprivate func of(_ project: ProjectKey) -> RecordChanges {
        RecordChanges(
            before: RecordSet(projects: [project: before[project]]),
            after: RecordSet(projects: [project: after[project]]))
    }
}
