public import MetricsCore
public import MetricsStorage

extension MetricsReporter {
    /// What is known of one merge request, deployment or incident, and how it counts in the metrics configured.
    ///
    /// - Returns: `nil` if it is not known.
    /// - Throws: what the store throws.
    /// - Complexity: O(records of the project): what happened long before the period is told too.
    @concurrent
    public func explain(
        _ subject: RecordReference, in project: ProjectKey, for period: ReportPeriod
    ) async throws(StorageError) -> Explanation? {
        Explainer(try await facts(of: project), metrics: configuration.metrics, in: period).explain(subject)
    }

    /// The same of the merge request with that number in the project, as `!42` names it.
    @concurrent
    public func explain(
        mergeRequest iid: Int64, in project: ProjectKey, for period: ReportPeriod
    ) async throws(StorageError) -> Explanation? {
        let facts = try await facts(of: project)
        guard let timeline = facts.mergeRequest(iid: iid) else { return nil }
        return Explainer(facts, metrics: configuration.metrics, in: period).explain(
            facts.reference(of: timeline))
    }
}
