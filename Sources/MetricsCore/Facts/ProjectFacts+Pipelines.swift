extension ProjectFacts {
    /// Calls the body for each pipeline of a merge request that counts in the period: one GitLab made for it, or the head
    /// pipeline of one.
    func forEachMergeRequestPipeline(in period: ReportPeriod, _ body: (PipelineRecord, Instant) -> Void) {
        let heads = Set(records.mergeRequests.rows.compactMap { $0.headPipeline?.value?.id })
        for pipeline in records.pipelines.rows {
            guard let at = pipeline.countedAt, period.contains(at),
                pipeline.origin?.value.source == "merge_request_event" || heads.contains(pipeline.id.id)
            else { continue }
            body(pipeline, at)
        }
    }
}
