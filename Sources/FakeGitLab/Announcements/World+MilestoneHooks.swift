import WireFormat

/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#milestone-events>
extension World {
    /// Tells that a milestone was made, closed or opened again, as GitLab does since 18.2.
    mutating func announce(_ action: String, milestone id: Int) {
        guard version >= "18.2" else { return }
        announce { $0.milestoneAnnouncement(id, action) }
    }

    func milestoneAnnouncement(_ id: Int, _ action: String) -> Announcement? {
        guard let row = milestones[id] else { return nil }
        var body: JSONValue = [
            "object_kind": "milestone", "event_type": "milestone",
            "object_attributes": [
                "id": .int(id), "iid": .int(row.iid), "title": .string(row.title),
                "description": row.resource["description"], "state": .string(row.state),
                "created_at": .hookMoment(row.resource.createdAt),
                "updated_at": .hookMoment(row.resource.updatedAt), "due_date": .text(row.dueDate),
                "start_date": .text(row.startDate), "group_id": .number(row.group),
                "project_id": .number(row.project),
            ], "action": .string(action),
        ]
        if let project = row.project { body["project"] = hookProject(project) }
        return Announcement(
            trigger: "milestone_events", header: "Milestone Hook", project: row.project, group: row.group,
            body: body, at: clock)
    }
}
