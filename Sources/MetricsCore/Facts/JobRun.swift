/// A job of a pipeline, by its last run, however often it was retried.
struct JobRun {
    /// Row of the last run among the project's jobs.
    private(set) var row: Int
    /// How many runs there were.
    private(set) var runs = 1
    /// Whether a run before the last failed its pipeline.
    private(set) var hasFailedBefore = false

    private struct Key: Hashable {
        var pipeline: Int64
        var name: String
    }

    /// Bridges are left out. O(jobs).
    static func all(of records: ProjectRecords) -> some Sequence<JobRun> {
        var runs: [Key: JobRun] = [:]
        let rows = records.jobs.rows
        for row in rows.indices where rows[row].isBuild {
            guard let name = rows[row].summary?.value.name else { continue }
            let key = Key(pipeline: rows[row].pipeline.id, name: name)
            if runs[key]?.take(row, in: rows) == nil { runs[key] = JobRun(row: row) }
        }
        return runs.values
    }

    private init(row: Int) { self.row = row }

    /// GitLab numbers jobs as it makes them.
    private mutating func take(_ other: Int, in rows: [JobRecord]) {
        let isLater = rows[row].id.id < rows[other].id.id
        let earlier = isLater ? row : other
        row = isLater ? other : row
        runs += 1
        if case .failure = rows[earlier].outcome, !rows[earlier].isAllowedToFail { hasFailedBefore = true }
    }
}
