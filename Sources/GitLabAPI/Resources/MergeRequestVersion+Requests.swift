public import GitLabVocabulary

extension Request where Response == Page<MergeRequestVersion> {
    /// What was pushed to a merge request and when, newest first. The list tells commits only; what a single version
    /// answers with is code and not asked for.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#retrieve-merge-request-diff-versions>
    public static func versions(
        ofMergeRequest iid: MergeRequestIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/merge_requests/\(iid)/versions", query: ["per_page": perPage])
    }
}
