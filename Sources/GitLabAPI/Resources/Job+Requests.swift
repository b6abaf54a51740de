public import GitLabVocabulary

extension Request where Response == Job {
    /// One job; bridges are found by `.bridges` only.
    ///
    /// <https://docs.gitlab.com/api/jobs/#retrieve-a-job-by-job-id>
    public static func job(_ id: JobID, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/jobs/\(id)")
    }
}

extension Request where Response == Page<Job> {
    /// The jobs of a pipeline, newest first, without bridges.
    ///
    /// - Parameters:
    ///   - statuses: only those of these statuses; all by default.
    ///   - includesRetried: with those that were tried again since; the one of a name with the highest id counts.
    ///
    /// <https://docs.gitlab.com/api/jobs/#list-all-jobs-by-pipeline>
    public static func jobs(
        ofPipeline id: PipelineID, in project: ProjectReference, statuses: [PipelineStatus] = [],
        includesRetried: Bool = false, perPage: Int = 100
    ) -> Self {
        var query: QueryItems = [:]
        query.append("scope", each: statuses)
        query.append("include_retried", includesRetried ? true : nil)
        query.append("per_page", perPage)
        return Self(path: "\(project.apiPath)/pipelines/\(id)/jobs", query: query)
    }

    /// All jobs of a project, newest first, retried ones included and bridges left out. Pages go by the last id
    /// seen, so that jobs made meanwhile shift nothing.
    ///
    /// - Parameter statuses: only those of these statuses; all by default.
    ///
    /// <https://docs.gitlab.com/api/jobs/#list-all-jobs-for-a-project>
    public static func jobs(
        in project: ProjectReference, statuses: [PipelineStatus] = [], perPage: Int = 100
    ) -> Self {
        var query: QueryItems = [:]
        query.append("scope", each: statuses)
        query.append("pagination", "keyset")
        query.append("order_by", "id")
        query.append("sort", SortDirection.descending)
        query.append("per_page", perPage)
        return Self(path: "\(project.apiPath)/jobs", query: query)
    }
}
