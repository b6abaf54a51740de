import Foundation
public import GitLabVocabulary

extension Request where Response == Page<Discussion> {
    /// The threads, comments and system notes of a merge request, oldest first.
    ///
    /// <https://docs.gitlab.com/api/discussions/#list-all-merge-request-discussion-items>
    public static func discussions(
        ofMergeRequest iid: MergeRequestIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/merge_requests/\(iid)/discussions", query: ["per_page": perPage])
    }
}

extension Request where Response == Page<Discussion> {
    /// The threads, comments and system notes of an issue, oldest first.
    ///
    /// <https://docs.gitlab.com/api/discussions/#list-all-project-issue-discussion-items>
    public static func discussions(
        ofIssue iid: IssueIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/issues/\(iid)/discussions", query: ["per_page": perPage])
    }
}

extension Request where Response == Discussion {
    /// One thread of an issue.
    ///
    /// <https://docs.gitlab.com/api/discussions/#retrieve-an-issue-discussion-item>
    public static func discussion(
        _ id: DiscussionID, ofIssue iid: IssueIID, in project: ProjectReference
    ) -> Self {
        Self(path: "\(project.apiPath)/issues/\(iid)/discussions/\(id.rawValue.percentEncoded())")
    }

    /// One thread of a merge request.
    ///
    /// <https://docs.gitlab.com/api/discussions/#retrieve-a-merge-request-discussion-item>
    public static func discussion(
        _ id: DiscussionID, ofMergeRequest iid: MergeRequestIID, in project: ProjectReference
    ) -> Self {
        Self(path: "\(project.apiPath)/merge_requests/\(iid)/discussions/\(id.rawValue.percentEncoded())")
    }

    /// Resolves a thread of a merge request, or opens it again; the answer is the thread as it is then.
    ///
    /// Needs the scope `api` and the role Developer, or to be the merge request's author.
    ///
    /// <https://docs.gitlab.com/api/discussions/#resolve-a-merge-request-thread>
    public static func resolveDiscussion(
        _ id: DiscussionID, ofMergeRequest iid: MergeRequestIID, in project: ProjectReference,
        isResolved: Bool = true
    ) -> Self {
        Self(
            method: .put,
            path: "\(project.apiPath)/merge_requests/\(iid)/discussions/\(id.rawValue.percentEncoded())",
            query: ["resolved": isResolved])
    }
}

extension Request where Response == NoteOutcome {
    /// Answers in a thread of a merge request; a lone comment becomes a thread by it.
    ///
    /// Text is limited as in `createNote`.
    ///
    /// - Parameter runsQuickActions: whether lines such as `/close` act instead of being said.
    ///
    /// <https://docs.gitlab.com/api/discussions/#add-a-note-to-a-merge-request-thread>
    public static func reply(
        _ text: String, to discussion: DiscussionID, ofMergeRequest iid: MergeRequestIID,
        in project: ProjectReference, runsQuickActions: Bool = false
    ) -> Self {
        let thread = discussion.rawValue.percentEncoded()
        return Self(
            method: .post,
            path: "\(project.apiPath)/merge_requests/\(iid)/discussions/\(thread)/notes",
            body: NoteText(text, runsQuickActions: runsQuickActions).body)
    }
}
