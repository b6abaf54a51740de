extension MetricCatalogue {
    /// How merge requests flow: durations, counts and shares, and how they stand.
    public static let mergeRequests: [any Metric] = [
        CodingTime(), TimeToFirstComment(), TimeToApprove(), TimeToFullApproval(), ReviewTime(), ReworkTime(),
        ApprovalToMergeTime(), TimeToMerge(), TimeToDeploy(), CycleTime(), TimeToClose(), DraftTime(),
        AuthorWaitingTime(), ReviewerWaitingTime(),
        MergeRequestsOpened(), MergeRequestsMerged(), MergeRequestsClosed(), MergeRequestThroughput(),
        OpenMergeRequests(), OpenMergeRequestAge(), StaleMergeRequests(),
        MergeRequestSize(), MergeRequestFiles(), ReviewDepth(), ReviewDensity(), ReviewersPerMergeRequest(),
        ReworkCycles(), UnreviewedMerges(), SelfMerges(), ReopenedMergeRequests(), RevertedMergeRequests(),
    ]
}
