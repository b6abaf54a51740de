extension MetricCatalogue {
    /// Who reviews, and how much.
    public static let review: [any Metric] = []
}
