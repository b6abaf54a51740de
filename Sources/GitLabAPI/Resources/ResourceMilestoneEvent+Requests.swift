public import GitLabVocabulary

extension Request where Response == Page<ResourceMilestoneEvent> {
    /// When a merge request was given milestones and lost them, oldest first.
    ///
    /// <https://docs.gitlab.com/api/resource_milestone_events/#merge-requests>
    public static func milestoneEvents(
        ofMergeRequest iid: MergeRequestIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(
            path: "\(project.apiPath)/merge_requests/\(iid)/resource_milestone_events",
            query: ["per_page": perPage])
    }

    /// When an issue was given milestones and lost them, oldest first.
    ///
    /// <https://docs.gitlab.com/api/resource_milestone_events/#issues>
    public static func milestoneEvents(
        ofIssue iid: IssueIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/issues/\(iid)/resource_milestone_events", query: ["per_page": perPage])
    }
}
