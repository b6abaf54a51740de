extension MetricCatalogue {
    /// How merge requests flow.
    public static let mergeRequests: [any Metric] = [TimeToFirstComment(), TimeToApprove(), TimeToMerge()]
}
