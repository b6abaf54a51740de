/// A time in which the default branch was broken: from the first failed pipeline after a success to the next success.
struct DefaultBranchOutage {
    /// GitLab's id of the pipeline that failed first.
    let pipeline: Int64
    let failed: Instant
    /// `nil` while it is broken.
    let mended: Instant?

    /// In order of time; none where the default branch is not known. O(n log n) in the branch's pipelines.
    static func all(of facts: ProjectFacts) -> [DefaultBranchOutage] {
        let records = facts.records
        guard let branch = records.project[facts.project]?.summary?.value.defaultBranch else { return [] }
        var runs: [(at: Instant, id: Int64, isSuccess: Bool)] = []
        for pipeline in records.pipelines.rows where pipeline.origin?.value.ref == branch {
            guard let at = pipeline.countedAt else { continue }
            switch pipeline.outcome {
            case .success: runs.append((at, pipeline.id.id, true))
            case .failure: runs.append((at, pipeline.id.id, false))
            case .leftOut: continue
            }
        }
        runs.sort { ($0.at, $0.id) < ($1.at, $1.id) }
        var outages: [DefaultBranchOutage] = []
        var broken: (id: Int64, at: Instant)?
        for run in runs {
            if !run.isSuccess {
                broken = broken ?? (run.id, run.at)
            } else if let first = broken {
                outages.append(Self(pipeline: first.id, failed: first.at, mended: run.at))
                broken = nil
            }
        }
        if let first = broken { outages.append(Self(pipeline: first.id, failed: first.at, mended: nil)) }
        return outages
    }
}
