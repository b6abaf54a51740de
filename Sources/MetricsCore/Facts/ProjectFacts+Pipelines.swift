extension ProjectFacts {
    /// Calls the body for each pipeline of a merge request that counts in the period: one GitLab made for it, or the head
    /// pipeline of one.
    func forEachMergeRequestPipeline(in period: ReportPeriod, _ body: (PipelineRecord, Instant) -> Void) {
        let heads = Set(
            records.mergeRequests.rows.compactMap { $0.isGone ? nil : $0.headPipeline?.value?.id })
        let rows = records.pipelines.rows
        for row in rows.indices {
            guard let at = rows[row].countedAt, period.contains(at),
                rows[row].origin?.value.source == "merge_request_event" || heads.contains(rows[row].id.id)
            else { continue }
            body(rows[row], at)
        }
    }
}
