public import Foundation
public import GitLabVocabulary

extension Request where Response == MergeRequest {
    /// One merge request with the fields that lists leave out.
    ///
    /// - Parameters:
    ///   - countsDivergedCommits: whether `divergedCommitsCount` shall be told.
    ///   - tellsRebase: whether `isRebaseInProgress` shall be told.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#retrieve-a-merge-request>
    public static func mergeRequest(
        _ iid: MergeRequestIID, in project: ProjectReference, countsDivergedCommits: Bool = false,
        tellsRebase: Bool = false
    ) -> Self {
        Self(
            path: "\(project.apiPath)/merge_requests/\(iid)",
            query: [
                "include_diverged_commits_count": countsDivergedCommits ? true : nil,
                "include_rebase_in_progress": tellsRebase ? true : nil,
            ])
    }
}

extension Request where Response == Page<MergeRequest> {
    /// The merge requests of a project that the filter lets through.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#list-project-merge-requests>
    public static func mergeRequests(
        in project: ProjectReference, matching filter: MergeRequestFilter,
        orderBy: MergeRequest.Order = .createdAt, sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        mergeRequests(
            below: project.apiPath, matching: filter, orderBy: orderBy, sort: sort, perPage: perPage)
    }

    /// The merge requests of a project, of all states unless one is given.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#list-project-merge-requests>
    public static func mergeRequests(
        in project: ProjectReference, state: MergeRequestState? = nil, updatedAfter: Date? = nil,
        updatedBefore: Date? = nil, createdAfter: Date? = nil, createdBefore: Date? = nil,
        orderBy: MergeRequest.Order = .createdAt, sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        let filter = MergeRequestFilter(
            state: state, updatedAfter: updatedAfter, updatedBefore: updatedBefore,
            createdAfter: createdAfter,
            createdBefore: createdBefore)
        return mergeRequests(in: project, matching: filter, orderBy: orderBy, sort: sort, perPage: perPage)
    }

    /// The merge requests of a group and all groups below, archived projects left out.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#list-group-merge-requests>
    public static func mergeRequests(
        inGroup group: GroupReference, matching filter: MergeRequestFilter = MergeRequestFilter(),
        orderBy: MergeRequest.Order = .createdAt, sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        mergeRequests(below: group.apiPath, matching: filter, orderBy: orderBy, sort: sort, perPage: perPage)
    }

    /// The merge requests of the whole instance that the token can see.
    ///
    /// - Parameter scope: whose; GitLab's own default are those the user created.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#list-merge-requests>
    public static func mergeRequests(
        scope: ListScope, matching filter: MergeRequestFilter = MergeRequestFilter(),
        orderBy: MergeRequest.Order = .createdAt, sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        var filter = filter
        filter.scope = scope
        return mergeRequests(
            at: "merge_requests", matching: filter, orderBy: orderBy, sort: sort, perPage: perPage)
    }

    /// The merge requests that a deployment brought to its environment, by GitLab's own reckoning.
    ///
    /// <https://docs.gitlab.com/api/deployments/#list-all-merge-requests-associated-with-a-deployment>
    public static func mergeRequests(
        of deployment: DeploymentID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        mergeRequests(
            below: "\(project.apiPath)/deployments/\(deployment)", matching: MergeRequestFilter(),
            orderBy: .createdAt, sort: .ascending, perPage: perPage)
    }

    private static func mergeRequests(
        below path: String, matching filter: MergeRequestFilter, orderBy: MergeRequest.Order,
        sort: SortDirection, perPage: Int
    ) -> Self {
        mergeRequests(
            at: "\(path)/merge_requests", matching: filter, orderBy: orderBy, sort: sort, perPage: perPage)
    }

    private static func mergeRequests(
        at path: String, matching filter: MergeRequestFilter, orderBy: MergeRequest.Order,
        sort: SortDirection, perPage: Int
    ) -> Self {
        var query = filter.query
        query.append("order_by", orderBy)
        query.append("sort", sort)
        query.append("per_page", perPage)
        return Self(path: path, query: query)
    }
}
