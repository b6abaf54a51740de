public import MetricsCore
public import MetricsStorage

extension MetricsReporter {
    /// A report that is kept open: hand each merge's changes to `LiveReport.apply(_:)`.
    ///
    /// It keeps records of its own, so that neither it nor the store has to copy any when they change.
    ///
    /// ```swift
    /// var live = try await reporter.liveReport(for: period)
    /// for change in live.apply(try await storage.merge(records)) { print(change) }
    /// ```
    ///
    /// - Throws: what the store throws.
    /// - Complexity: O(records of the projects).
    @concurrent
    public func liveReport(
        on projects: Set<ProjectKey>? = nil, for period: ReportPeriod
    ) async throws(StorageError) -> LiveReport {
        var report = LiveReport(configuration, for: period)
        for project in try await ordered(projects) { report.add(try await facts(of: project)) }
        report.updateCoverage()
        return report
    }
}
