public import GitLabVocabulary

extension Request where Response == TimeStats {
    /// Estimated and logged time of a merge request.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#retrieve-time-tracking-statistics>
    public static func timeStats(
        ofMergeRequest iid: MergeRequestIID, in project: ProjectReference
    ) -> Self {
        Self(path: "\(project.apiPath)/merge_requests/\(iid)/time_stats")
    }
}
