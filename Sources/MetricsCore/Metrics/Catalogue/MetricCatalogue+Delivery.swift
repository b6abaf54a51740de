extension MetricCatalogue {
    /// How changes reach production: DORA.
    public static let delivery: [any Metric] = [
        DeploymentFrequency(), LeadTime(), ChangeFailureRate(), TimeToRestoreService(),
    ]
}
