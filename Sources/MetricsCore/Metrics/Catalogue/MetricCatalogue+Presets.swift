extension MetricCatalogue {
    /// Those that GitLab shows too, as GitLab computes them.
    public static let gitLab: [any Metric] = [
        DeploymentFrequency(DeploymentFrequency.gitLab), LeadTime(LeadTime.gitLab),
        ChangeFailureRate(ChangeFailureRate.gitLab), TimeToRestoreService(TimeToRestoreService.gitLab),
        TimeToMerge(TimeToMerge.gitLab),
    ]

    /// The four DORA metrics as the report of 2021 asks for them: lead time from the first commit, restoring from the
    /// opening of an incident.
    public static let dora2021: [any Metric] = dora(.dora2021, restore: TimeToRestoreService.standard)

    /// The four DORA metrics as the report of 2023 asks for them: recovery is counted from the deployment that failed.
    public static let dora2023: [any Metric] =
        dora(.dora2023, restore: TimeToRestoreService.failedDeploymentRecovery)

    /// The metrics of a preset; `nil` for one that is not known.
    public static func metrics(of preset: MetricDefinition.Preset) -> [any Metric]? {
        switch preset {
        case .standard: headline
        case .gitLab: gitLab
        case .dora2021: dora2021
        case .dora2023: dora2023
        default: nil
        }
    }

    private static func dora(
        _ preset: MetricDefinition.Preset, restore: MetricDefinition
    ) -> [any Metric] {
        func named(_ definition: MetricDefinition) -> MetricDefinition {
            var definition = definition
            definition.preset = preset
            return definition
        }
        return [
            DeploymentFrequency(named(DeploymentFrequency.standard)),
            DeploymentDays(named(DeploymentDays.standard)), LeadTime(named(LeadTime.fromFirstCommit)),
            ChangeFailureRate(named(ChangeFailureRate.standard)), TimeToRestoreService(named(restore)),
        ]
    }
}
