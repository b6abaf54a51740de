public import Foundation
public import GitLabVocabulary

extension Request where Response == Issue {
    /// One issue.
    ///
    /// <https://docs.gitlab.com/api/issues/#retrieve-a-project-issue>
    public static func issue(_ iid: IssueIID, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/issues/\(iid)")
    }
}

extension Request where Response == TimeStats {
    /// Estimated and logged time of an issue.
    ///
    /// <https://docs.gitlab.com/api/issues/#retrieve-time-tracking-stats>
    public static func timeStats(ofIssue iid: IssueIID, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/issues/\(iid)/time_stats")
    }
}

extension Request where Response == Page<Issue> {
    /// The issues of a project.
    ///
    /// - Parameters:
    ///   - issueType: only those of this kind, as `.incident`; all by default.
    ///   - iids: only these.
    ///   - labels: only those that carry all of these.
    ///
    /// <https://docs.gitlab.com/api/issues/#list-all-project-issues>
    public static func issues(
        in project: ProjectReference, state: IssueState? = nil, issueType: IssueType? = nil,
        updatedAfter: Date? = nil, updatedBefore: Date? = nil, createdAfter: Date? = nil,
        createdBefore: Date? = nil, iids: [IssueIID] = [], labels: [String] = [],
        orderBy: Issue.Order = .createdAt, sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        let filter = IssueFilter(
            state: state, issueType: issueType, updatedAfter: updatedAfter, updatedBefore: updatedBefore,
            createdAfter: createdAfter, createdBefore: createdBefore, iids: iids, labels: labels)
        return issues(in: project, matching: filter, orderBy: orderBy, sort: sort, perPage: perPage)
    }

    /// The issues of a project that the filter lets through.
    ///
    /// - Parameter paging: `.keyset` from GitLab 18.3 on.
    ///
    /// <https://docs.gitlab.com/api/issues/#list-all-project-issues>
    public static func issues(
        in project: ProjectReference, matching filter: IssueFilter, paging: Paging = .offset,
        orderBy: Issue.Order = .createdAt, sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        issues("\(project.apiPath)/issues", filter, paging, orderBy, sort, perPage)
    }

    /// The issues of a group and all groups below, archived projects left out.
    ///
    /// - Parameter paging: `.keyset` from GitLab 18.3 on.
    ///
    /// <https://docs.gitlab.com/api/issues/#list-all-group-issues>
    public static func issues(
        inGroup group: GroupReference, matching filter: IssueFilter = IssueFilter(),
        paging: Paging = .offset, orderBy: Issue.Order = .createdAt, sort: SortDirection = .descending,
        perPage: Int = 100
    ) -> Self {
        issues("\(group.apiPath)/issues", filter, paging, orderBy, sort, perPage)
    }

    /// The issues of the whole instance that the token can see.
    ///
    /// - Parameter scope: whose; GitLab's own default are those the user created.
    ///
    /// <https://docs.gitlab.com/api/issues/#list-all-issues>
    public static func issues(
        scope: ListScope, matching filter: IssueFilter = IssueFilter(), orderBy: Issue.Order = .createdAt,
        sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        issues("issues", filter, .offset, orderBy, sort, perPage, scope: scope)
    }

    private static func issues(
        _ path: String, _ filter: IssueFilter, _ paging: Paging, _ orderBy: Issue.Order,
        _ sort: SortDirection, _ perPage: Int, scope: ListScope? = nil
    ) -> Self {
        var query: QueryItems = ["scope": scope]
        query.append(filter.query)
        query.append("pagination", paging.parameter)
        query.append("order_by", orderBy)
        query.append("sort", sort)
        query.append("per_page", perPage)
        return Self(path: path, query: query)
    }
}

extension Request where Response == Page<MergeRequest> {
    /// The merge requests that mention an issue.
    ///
    /// <https://docs.gitlab.com/api/issues/#list-all-merge-requests-related-to-an-issue>
    public static func mergeRequests(
        relatedToIssue iid: IssueIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(
            path: "\(project.apiPath)/issues/\(iid)/related_merge_requests", query: ["per_page": perPage])
    }

    /// The merge requests that close an issue when they are merged.
    ///
    /// <https://docs.gitlab.com/api/issues/#list-all-merge-requests-that-close-an-issue-on-merge>
    public static func mergeRequests(
        closingIssue iid: IssueIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/issues/\(iid)/closed_by", query: ["per_page": perPage])
    }
}
