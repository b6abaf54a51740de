extension MetricCatalogue {
    /// Who reviews, and how much; by person or team these tell of load.
    public static let review: [any Metric] = [
        ReviewsGiven(), ReviewsReceived(), ReviewResponseTime(), OpenReviewQueue(), ReviewQueueAge(),
        ReviewEffort(), ActiveDays(),
    ]
}
