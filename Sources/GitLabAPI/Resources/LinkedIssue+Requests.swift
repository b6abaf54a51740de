public import GitLabVocabulary

extension Request where Response == Page<LinkedIssue> {
    /// The issues that close when a merge request is merged into the default branch.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#list-issues-that-close-on-merge>
    public static func issuesClosed(
        byMergeRequest iid: MergeRequestIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/merge_requests/\(iid)/closes_issues", query: ["per_page": perPage])
    }

    /// The issues mentioned in the title, description, commits and comments of a merge request. From GitLab 17.3 on.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#list-issues-related-to-the-merge-request>
    public static func relatedIssues(
        ofMergeRequest iid: MergeRequestIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/merge_requests/\(iid)/related_issues", query: ["per_page": perPage])
    }
}
