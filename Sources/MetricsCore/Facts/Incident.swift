/// A live incident: an issue of GitLab's type `incident`.
public struct Incident: Hashable, Sendable {
    /// GitLab's id of the issue.
    public let id: Int64
    /// Its row in the project's issues.
    let row: Int32
    public let opened: Instant
    /// The latest closing; `nil` while it is open, reopened ones included.
    public let closed: Instant?

    /// By opening.
    static func all(of records: ProjectRecords) -> [Incident] {
        let rows = records.issues.rows
        return rows.indices.compactMap { row -> Incident? in
            guard let summary = rows[row].summary?.value, summary.type == "incident",
                rows[row].existence?.value != .gone
            else { return nil }
            let closed = summary.state == .closed ? rows[row].closedAt?.value : nil
            return Incident(id: rows[row].id.id, row: Int32(row), opened: summary.createdAt, closed: closed)
        }.sorted { ($0.opened, $0.id) < ($1.opened, $1.id) }
    }
}
