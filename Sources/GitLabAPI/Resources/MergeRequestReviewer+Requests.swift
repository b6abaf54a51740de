public import GitLabVocabulary

extension Request where Response == Page<MergeRequestReviewer> {
    /// Who was asked to review a merge request, and how far each is.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#retrieve-merge-request-reviewers>
    public static func reviewers(
        ofMergeRequest iid: MergeRequestIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/merge_requests/\(iid)/reviewers", query: ["per_page": perPage])
    }
}

extension Request where Response == Page<User> {
    /// Everybody who wrote, was assigned, reviewed, commented or was mentioned in a merge request.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#retrieve-merge-request-participants>
    public static func participants(
        ofMergeRequest iid: MergeRequestIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/merge_requests/\(iid)/participants", query: ["per_page": perPage])
    }
}
