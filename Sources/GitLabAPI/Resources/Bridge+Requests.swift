public import GitLabVocabulary

extension Request where Response == Page<Bridge> {
    /// The bridges of a pipeline: the way from a pipeline to those it started.
    ///
    /// - Parameter statuses: only those of these statuses; all by default.
    ///
    /// <https://docs.gitlab.com/api/jobs/#list-all-trigger-jobs-for-a-pipeline>
    public static func bridges(
        ofPipeline id: PipelineID, in project: ProjectReference, statuses: [PipelineStatus] = [],
        perPage: Int = 100
    ) -> Self {
        var query: QueryItems = [:]
        query.append("scope", each: statuses)
        query.append("per_page", perPage)
        return Self(path: "\(project.apiPath)/pipelines/\(id)/bridges", query: query)
    }
}
