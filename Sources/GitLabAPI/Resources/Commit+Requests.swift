public import Foundation
public import GitLabVocabulary

extension Commit {
    /// How a list of commits is ordered.
    public struct Order: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// By the committer's clock, newest first.
        public static let reverseChronological = Self(rawValue: "default")
        /// No parent before all its children, lines of history unmixed.
        public static let topological = Self(rawValue: "topo")
    }
}

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
    /// The commits of a repository, newest first. Deep pages are slow: cut long spans by `since` and `until`. There
    /// is no choosing by path here: paths of files are never asked for.
    ///
    /// - Parameters:
    ///   - refName: a branch, tag or SHA; the default branch by default. A range `a..b` gives the commits that `b`
    ///     holds and `a` does not, as between two deployments.
    ///   - since: committed at this instant or later.
    ///   - until: committed at this instant or before.
    ///   - author: only those whose author's name or address contains this.
    ///   - all: of every branch and tag; `refName` does not count then.
    ///   - firstParent: only along the first parent of merges.
    ///   - withStats: with the numbers of changed lines.
    ///
    /// <https://docs.gitlab.com/api/commits/#list-repository-commits>
    public static func commits(
        in project: ProjectReference, refName: String? = nil, since: Date? = nil, until: Date? = nil,
        author: String? = nil, all: Bool? = nil, firstParent: Bool? = nil, withStats: Bool = false,
        order: Commit.Order? = nil, perPage: Int = 100
    ) -> Self {
        var query: QueryItems = ["ref_name": refName]
        query.append("since", instant: since)
        query.append("until", instant: until)
        query.append("author", author)
        query.append("all", all)
        query.append("first_parent", firstParent)
        query.append("with_stats", withStats ? true : nil)
        query.append("order", order)
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

extension Request where Response == Page<MergeRequest> {
    /// The merge requests that brought a commit, or carry it.
    ///
    /// <https://docs.gitlab.com/api/commits/#list-all-merge-requests-associated-with-a-commit>
    public static func mergeRequests(
        ofCommit sha: String, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(
            path: "\(project.apiPath)/repository/commits/\(sha.percentEncoded())/merge_requests",
            query: ["per_page": perPage])
    }
}
