/// A job of a pipeline, by its last run, however often it was retried.
struct JobRun {
    /// Row of the last run among the project's jobs.
    let row: Int
    /// How many runs there were.
    let runs: Int

    private struct Key: Hashable {
        var pipeline: Int64
        var name: String
    }

    /// O(jobs).
    static func all(of records: ProjectRecords) -> [JobRun] {
        var last: [Key: (row: Int, runs: Int)] = [:]
        let rows = records.jobs.rows
        for row in rows.indices where rows[row].kind?.value != .bridge {
            guard let name = rows[row].summary?.value.name else { continue }
            let key = Key(pipeline: rows[row].pipeline.id, name: name)
            guard let known = last[key] else {
                last[key] = (row, 1)
                continue
            }
            // GitLab numbers jobs as it makes them.
            last[key] = (rows[known.row].id.id < rows[row].id.id ? row : known.row, known.runs + 1)
        }
        return last.values.map { JobRun(row: $0.row, runs: $0.runs) }
    }
}

extension JobRecord {
    /// What decides in which period it counts: its finish, or its creation while that is unknown.
    var countedAt: Instant? { timing?.value.finishedAt ?? summary?.value.createdAt }
}
