/// A commit and what its pipelines on one branch came to.
struct TestedCommit {
    /// GitLab's id of its last pipeline that succeeded or failed.
    let pipeline: Int64
    /// When that one finished.
    let at: Instant
    /// Whether it succeeded after it had failed: in another pipeline of the same commit and branch, or in a job that
    /// was run again.
    let isFlaky: Bool

    private struct Key: Hashable {
        var sha: SHA
        var ref: String?
    }

    private struct Run {
        var at: Instant
        var id: Int64
        var isSuccess: Bool
    }

    /// O(n log n) in the pipelines, and O(jobs).
    static func all(of facts: ProjectFacts) -> [TestedCommit] {
        var runs: [Key: [Run]] = [:]
        for pipeline in facts.records.pipelines.rows {
            guard let at = pipeline.countedAt, let sha = pipeline.summary?.value.sha else { continue }
            let isSuccess: Bool
            switch pipeline.outcome {
            case .success: isSuccess = true
            case .failure: isSuccess = false
            case .leftOut: continue
            }
            let key = Key(sha: SHA(sha), ref: pipeline.origin?.value.ref)
            runs[key, default: []].append(Run(at: at, id: pipeline.id.id, isSuccess: isSuccess))
        }
        let rescued = pipelinesWithFailedRuns(in: facts.records)
        return runs.values.compactMap { TestedCommit($0, rescued) }
    }

    /// - Parameter rescued: pipelines that succeed, if they do, because a job was run again.
    private init?(_ runs: [Run], _ rescued: Set<Int64>) {
        let sorted = runs.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        guard let last = sorted.last else { return nil }
        pipeline = last.id
        at = last.at
        let successes = sorted.drop { $0.isSuccess }.filter(\.isSuccess)
        isFlaky = !successes.isEmpty || sorted.contains { $0.isSuccess && rescued.contains($0.id) }
    }

    private static func pipelinesWithFailedRuns(in records: ProjectRecords) -> Set<Int64> {
        let rows = records.jobs.rows
        return Set(JobRun.all(of: records).filter(\.hasFailedBefore).map { rows[$0.row].pipeline.id })
    }
}
