public import Foundation
public import GitLabVocabulary

extension Request where Response == Commit {
    /// One commit with its number of changed lines.
    ///
    /// <https://docs.gitlab.com/api/commits/#retrieve-a-commit>
    ///
    /// - Parameter sha: a SHA, or the name of a branch or tag.
    public static func commit(_ sha: String, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/repository/commits/\(sha.percentEncoded())", query: ["stats": true])
    }
}

extension Request where Response == Page<Commit> {
    /// The commits of a repository, newest first. Deep pages are slow: cut long spans by `since` and `until`.
    ///
    /// - Parameters:
    ///   - refName: a branch, tag, SHA or range `a..b`; the default branch by default.
    ///   - since: committed at this instant or later.
    ///   - until: committed at this instant or before.
    ///   - all: of every branch and tag; `refName` does not count then.
    ///   - firstParent: only along the first parent of merges.
    ///   - withStats: with the numbers of changed lines.
    ///
    /// <https://docs.gitlab.com/api/commits/#list-repository-commits>
    public static func commits(
        in project: ProjectReference, refName: String? = nil, since: Date? = nil, until: Date? = nil,
        all: Bool? = nil, firstParent: Bool? = nil, withStats: Bool = false, perPage: Int = 100
    ) -> Self {
        var query: QueryItems = ["ref_name": refName]
        query.append("since", instant: since)
        query.append("until", instant: until)
        query.append("all", all)
        query.append("first_parent", firstParent)
        query.append("with_stats", withStats ? true : nil)
        query.append("per_page", perPage)
        return Self(path: "\(project.apiPath)/repository/commits", query: query)
    }

    /// The commits of a merge request, newest first, without numbers of lines; none once its branch is gone
    /// beyond recovery.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#retrieve-merge-request-commits>
    public static func commits(
        ofMergeRequest iid: MergeRequestIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/merge_requests/\(iid)/commits", query: ["per_page": perPage])
    }
}
