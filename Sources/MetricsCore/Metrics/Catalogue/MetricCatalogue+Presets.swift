extension MetricCatalogue {
    /// Those that GitLab shows too, as GitLab computes them.
    public static let gitLab: [any Metric] = [
        DeploymentFrequency(DeploymentFrequency.gitLab), LeadTime(LeadTime.gitLab),
        ChangeFailureRate(ChangeFailureRate.gitLab), TimeToRestoreService(TimeToRestoreService.gitLab),
        TimeToMerge(TimeToMerge.gitLab),
    ]
}
