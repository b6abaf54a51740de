/// The metrics this package computes, by the standard definitions, in the order in which reports show them.
public enum MetricCatalogue {
    /// Those most readers ask for first: what reports show unless told otherwise.
    public static let headline: [any Metric] = [
        DeploymentFrequency(), LeadTime(), ChangeFailureRate(), TimeToRestoreService(), TimeToFirstComment(),
        TimeToApprove(), TimeToMerge(), PipelineSuccessRate(), PipelineDuration(),
    ]

    /// All of them.
    public static let all: [any Metric] = delivery + mergeRequests + review + pipelines + work

    /// The standard metric of that name.
    public static func metric(_ id: MetricID) -> (any Metric)? { all.first { $0.id == id } }

    /// The values of several metrics over a set of records, in the order of the metrics; each project's facts
    /// are derived once.
    public static func values(
        of metrics: [any Metric] = headline, over records: RecordSet, in period: ReportPeriod,
        rules: FactRules = .standard
    ) -> [MetricValue] {
        var folds = metrics.map { $0.fold(in: period) }
        for (project, records) in records.projects {
            let facts = ProjectFacts(of: project, records, rules: rules)
            for index in folds.indices { folds[index].add(facts) }
        }
        return folds.map(\.value)
    }
}
