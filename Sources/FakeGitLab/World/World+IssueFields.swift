public import Foundation
import WireFormat

extension World {
    /// Assigns an issue to these users and nobody else.
    public mutating func assign(issue iid: Int, in project: Int, to users: [Int], by user: Int)
        throws(WorldError)
    {
        let id = try issueID(iid, in: project)
        guard let row = issues[id], row.assignees != users else { return }
        let objects = users.map { basic($0) }
        let names = users.map { "@\(username($0))" }.joined(separator: " and ")
        try edit(
            id, by: user, note: users.isEmpty ? "removed assignee" : "assigned to \(names)",
            action: "assignee"
        ) {
            $0["assignees"] = .array(objects)
            $0["assignee"] = objects.first ?? .null
        }
    }

    /// Sets the day, in UTC, an issue is due on, or none.
    public mutating func setDueDate(_ date: Date?, ofIssue iid: Int, in project: Int, by user: Int)
        throws(WorldError)
    {
        let due = date.map { Instant($0) }
        try edit(
            issueID(iid, in: project), by: user,
            note: due.map { "changed due date to \($0.longDay)" } ?? "removed due date", action: "due_date"
        ) { $0["due_date"] = .text(due?.day) }
    }

    /// Sets an issue's weight, or none. GitLab writes no note of it.
    public mutating func setWeight(_ weight: Int?, ofIssue iid: Int, in project: Int, by user: Int)
        throws(WorldError)
    {
        try edit(issueID(iid, in: project), by: user) { $0["weight"] = .number(weight) }
    }

    /// Says how an issue is coming along: `on_track`, `needs_attention` or `at_risk`.
    public mutating func setHealth(_ health: String?, ofIssue iid: Int, in project: Int, by user: Int)
        throws(WorldError)
    {
        try edit(
            issueID(iid, in: project), by: user,
            note: health.map { "changed health status to **\($0.replacing("_", with: " "))**" }
                ?? "removed the health status", action: "health_status"
        ) { $0["health_status"] = .text(health) }
    }

    /// Hides an issue from guests and strangers, or shows it again.
    public mutating func setConfidential(
        _ isConfidential: Bool, issue iid: Int, in project: Int, by user: Int
    ) throws(WorldError) {
        try edit(
            issueID(iid, in: project), by: user,
            note: isConfidential ? "made the issue confidential" : "made the issue visible to everyone",
            action: isConfidential ? "confidential" : "visible"
        ) { $0["confidential"] = .bool(isConfidential) }
    }

    /// Sets an incident's severity: `UNKNOWN`, `LOW`, `MEDIUM`, `HIGH` or `CRITICAL`.
    public mutating func setSeverity(
        _ severity: String, ofIncident iid: Int, in project: Int, by user: Int
    ) throws(WorldError) {
        let id = try issueID(iid, in: project)
        guard issues[id]?.resource.text("issue_type") == "incident" else {
            throw WorldError("#\(iid) is no incident")
        }
        let word = severity.prefix(1) + severity.dropFirst().lowercased()
        try edit(id, by: user, note: "changed the severity to **\(word)**", action: "severity") {
            $0["severity"] = .string(severity)
        }
    }

    private mutating func edit(
        _ id: Int, by user: Int, note: String? = nil, action: String = "", _ change: (inout Resource) -> Void
    ) throws(WorldError) {
        update(.issue(id), by: user) { world in
            world.change(.issue(id), change)
            if let note { world.addSystemNote(on: .issue(id), by: user, body: note, action: action) }
            world.touch(.issue(id))
        }
    }
}

extension Instant {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// The calendar day in UTC as system notes write it: `January 16, 2026`.
    var longDay: String {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return day }
        return "\(Self.months[parts[1] - 1]) \(parts[2]), \(parts[0])"
    }
}
