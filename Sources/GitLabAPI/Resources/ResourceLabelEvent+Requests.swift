public import GitLabVocabulary

extension Request where Response == Page<ResourceLabelEvent> {
    /// When labels were put on a merge request and taken off, oldest first.
    ///
    /// <https://docs.gitlab.com/api/resource_label_events/#merge-requests>
    public static func labelEvents(
        ofMergeRequest iid: MergeRequestIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(
            path: "\(project.apiPath)/merge_requests/\(iid)/resource_label_events",
            query: ["per_page": perPage])
    }

    /// When labels were put on an issue and taken off, oldest first.
    ///
    /// <https://docs.gitlab.com/api/resource_label_events/#issues>
    public static func labelEvents(
        ofIssue iid: IssueIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/issues/\(iid)/resource_label_events", query: ["per_page": perPage])
    }
}
