extension MetricCatalogue {
    /// How changes reach production: DORA.
    public static let delivery: [any Metric] = [
        DeploymentFrequency(), DeploymentDays(), LeadTime(), ChangeFailureRate(), TimeToRestoreService(),
    ]
}
