extension MetricCatalogue {
    /// Commits, issues, booked time, branches, tags and releases.
    public static let work: [any Metric] = []
}
