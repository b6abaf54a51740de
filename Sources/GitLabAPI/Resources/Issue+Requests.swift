public import Foundation
public import GitLabVocabulary

extension Issue {
    /// What a list of issues is sorted by.
    public struct Order: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let createdAt = Self(rawValue: "created_at")
        public static let updatedAt = Self(rawValue: "updated_at")
    }
}

extension Request where Response == Issue {
    /// One issue.
    ///
    /// <https://docs.gitlab.com/api/issues/#retrieve-a-project-issue>
    public static func issue(_ iid: IssueIID, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/issues/\(iid)")
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
        var query: QueryItems = ["state": state, "issue_type": issueType]
        query.append("updated_after", instant: updatedAfter)
        query.append("updated_before", instant: updatedBefore)
        query.append("created_after", instant: createdAfter)
        query.append("created_before", instant: createdBefore)
        query.append("iids", each: iids)
        query.append("labels", joined: labels)
        query.append("order_by", orderBy)
        query.append("sort", sort)
        query.append("per_page", perPage)
        return Self(path: "\(project.apiPath)/issues", query: query)
    }
}
