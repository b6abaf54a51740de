public import GitLabVocabulary

extension Request where Response == MergeRequestApprovals {
    /// Who approves a merge request now.
    ///
    /// <https://docs.gitlab.com/api/merge_request_approvals/#retrieve-approval-state-for-a-merge-request>
    public static func approvals(ofMergeRequest iid: MergeRequestIID, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/merge_requests/\(iid)/approvals")
    }
}

extension Request where Response == MergeRequestApprovalState {
    /// What each approval rule asks of a merge request and has got. Premium and Ultimate only.
    ///
    /// <https://docs.gitlab.com/api/merge_request_approvals/#retrieve-approval-details-for-a-merge-request>
    public static func approvalState(
        ofMergeRequest iid: MergeRequestIID, in project: ProjectReference
    ) -> Self {
        Self(path: "\(project.apiPath)/merge_requests/\(iid)/approval_state")
    }
}
