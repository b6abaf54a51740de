/// A commit and what its pipelines on one branch came to.
struct TestedCommit {
    /// GitLab's id of its last pipeline that succeeded or failed.
    let pipeline: Int64
    /// When that one finished.
    let at: Instant
    /// Whether it succeeded after another of the same commit and branch had failed.
    let isFlaky: Bool

    private struct Key: Hashable {
        var sha: SHA
        var ref: String?
    }

    /// O(n log n) in the pipelines.
    static func all(of facts: ProjectFacts) -> [TestedCommit] {
        var runs: [Key: [(at: Instant, id: Int64, isSuccess: Bool)]] = [:]
        for pipeline in facts.records.pipelines.rows {
            guard let at = pipeline.countedAt, let sha = pipeline.summary?.value.sha else { continue }
            let isSuccess: Bool
            switch pipeline.outcome {
            case .success: isSuccess = true
            case .failure: isSuccess = false
            case .leftOut: continue
            }
            let key = Key(sha: SHA(sha), ref: pipeline.origin?.value.ref)
            runs[key, default: []].append((at, pipeline.id.id, isSuccess))
        }
        return runs.values.compactMap { runs in
            let sorted = runs.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
            guard let last = sorted.last else { return nil }
            let firstFailure = sorted.firstIndex { !$0.isSuccess }
            let lastSuccess = sorted.lastIndex { $0.isSuccess }
            let isFlaky = firstFailure.flatMap { failure in lastSuccess.map { failure < $0 } } ?? false
            return TestedCommit(pipeline: last.id, at: last.at, isFlaky: isFlaky)
        }
    }
}
