public import GitLabVocabulary

extension Request where Response == Page<ResourceStateEvent> {
    /// When a merge request was closed, reopened and merged.
    ///
    /// <https://docs.gitlab.com/api/resource_state_events/#merge-requests>
    public static func stateEvents(
        ofMergeRequest iid: MergeRequestIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(
            path: "\(project.apiPath)/merge_requests/\(iid)/resource_state_events",
            query: ["per_page": perPage])
    }

    /// When an issue was closed and reopened.
    ///
    /// <https://docs.gitlab.com/api/resource_state_events/#issues>
    public static func stateEvents(
        ofIssue iid: IssueIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/issues/\(iid)/resource_state_events", query: ["per_page": perPage])
    }
}
