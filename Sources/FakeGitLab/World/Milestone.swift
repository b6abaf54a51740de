import WireFormat

/// A milestone of a project, or of a group and everything below it.
struct Milestone: Stored {
    var resource: Resource

    /// The project it belongs to; `nil` for a group's.
    var project: Int? { parent > 0 ? parent : nil }
    /// The group it belongs to; `nil` for a project's.
    var group: Int? { parent < 0 ? -parent : nil }
    var title: String { resource.text("title") ?? "" }
    var state: String { resource.text("state") ?? "active" }
    /// A day, `2026-01-31`.
    var dueDate: String? { resource.text("due_date") }
    var startDate: String? { resource.text("start_date") }

    init(resource: Resource) { self.resource = resource }

    /// - Parameters:
    ///   - parent: the id of the project, or the negated one of the group.
    ///   - home: the page of that project or group.
    init(
        id: Int, iid: Int, parent: Int, home: String, title: String, description: String?,
        startDate: String?, dueDate: String?, now: Instant
    ) {
        let owner: (name: String, id: Int) =
            parent > 0 ? ("project_id", parent) : ("group_id", -parent)
        resource = Resource(
            id: id, iid: iid, parent: parent, createdAt: now,
            object: [
                "id": .int(id), "iid": .int(iid), owner.name: .int(owner.id), "title": .string(title),
                "description": .text(description), "state": "active", "created_at": .moment(now),
                "updated_at": .moment(now), "due_date": .text(dueDate), "start_date": .text(startDate),
                "expired": .bool(dueDate.map { $0 < now.day } ?? false),
                "web_url": .string("\(home)/-/milestones/\(iid)"),
            ])
    }
}
