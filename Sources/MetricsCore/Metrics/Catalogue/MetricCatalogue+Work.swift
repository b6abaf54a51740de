extension MetricCatalogue {
    /// Commits, issues, booked time, branches, tags and releases.
    public static let work: [any Metric] = [
        Commits(), LinesAdded(), LinesRemoved(),
        IssuesCreated(), IssuesClosed(), IssuesReopened(), IssueComments(), IssueLeadTime(), IssueCycleTime(),
        TimeEstimated(), TimeSpent(),
        BranchesCreated(), BranchesDeleted(), TagsCreated(), TagsDeleted(), Releases(),
    ]
}
