/// A time in which the default branch was broken: from the first failed pipeline after a success to the next success.
struct DefaultBranchOutage {
    /// GitLab's id of the pipeline that failed first.
    let pipeline: Int64
    let failed: Instant
    /// `nil` while it is broken.
    private(set) var mended: Instant?
    /// Whether a success before it is known; without one it may have begun earlier.
    let isWhole: Bool

    /// In order of time. O(n log n) in the branch's pipelines.
    static func all(on branch: String, in records: ProjectRecords) -> [DefaultBranchOutage] {
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
        var broken: Self?
        var wasGreen = false
        for run in runs {
            if !run.isSuccess {
                broken = broken ?? Self(pipeline: run.id, failed: run.at, isWhole: wasGreen)
                continue
            }
            wasGreen = true
            guard var outage = broken else { continue }
            outage.mended = run.at
            outages.append(outage)
            broken = nil
        }
        return outages + [broken].compactMap(\.self)
    }

    private init(pipeline: Int64, failed: Instant, isWhole: Bool) {
        self.pipeline = pipeline
        self.failed = failed
        self.isWhole = isWhole
    }
}
