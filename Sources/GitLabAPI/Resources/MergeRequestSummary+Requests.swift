extension Request where Response == Page<MergeRequestSummary> {
    /// The merge requests of a project in few fields, a fraction of the bytes: to see which exist.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#list-project-merge-requests>
    public static func mergeRequestSummaries(
        in project: ProjectReference, matching filter: MergeRequestFilter = MergeRequestFilter(),
        orderBy: MergeRequest.Order = .createdAt, sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        var query = filter.query
        query.append("view", "simple")
        query.append("order_by", orderBy)
        query.append("sort", sort)
        query.append("per_page", perPage)
        return Self(path: "\(project.apiPath)/merge_requests", query: query)
    }
}
