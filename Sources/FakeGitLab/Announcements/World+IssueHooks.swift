import WireFormat

/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#work-item-events>
extension World {
    private static let changing = [
        "assignees", "closed_at", "confidential", "description", "due_date", "health_status", "labels",
        "last_edited_at", "last_edited_by_id", "milestone_id", "moved_to_id", "severity", "state_id",
        "time_change", "time_estimate", "title", "total_time_spent", "updated_at", "updated_by_id", "weight",
    ]

    /// Tells of an issue that was opened.
    mutating func announceOpening(issue id: Int, by user: Int) {
        announce { world in
            world.issues[id].map { world.issueAnnouncement($0, "open", by: user, changes: [:]) }
        }
    }

    /// Tells of a change of an issue's fields, if any of them changed.
    mutating func announce(_ action: String, issue id: Int, by user: Int, since before: Issue?) {
        guard let before, let row = issues[id] else { return }
        if action == "update" {
            let changesWords = ["title", "description"].contains { row.resource[$0] != before.resource[$0] }
            issues[id]?.edits.note(user, at: clock, changesWords: changesWords)
        }
        announce { world in
            guard let row = world.issues[id], row.resource.object != before.resource.object else {
                return nil
            }
            let (old, new) = (world.changeable(before), world.changeable(row))
            let time = world.timeChange(from: old, to: new)
            let changes = JSONValue.changes(
                from: old.merging(["time_change": 0]), to: new.merging(time), of: Self.changing)
            return world.issueAnnouncement(row, action, by: user, changes: changes, adding: time)
        }
    }

    func issueAnnouncement(
        _ row: Issue, _ action: String, by user: Int, changes: JSONValue, adding extra: JSONValue = [:]
    ) -> Announcement {
        let kind = row.type == "issue" ? "issue" : "work_item"
        let attributes = hookAttributes(of: row).merging(["action": .string(action)]).merging(extra)
        var body: JSONValue = [
            "object_kind": .string(kind),
            "event_type": .string(row.isConfidential ? "confidential_\(kind)" : kind),
            "user": hookUser(user), "project": hookProject(row.parent), "object_attributes": attributes,
            "labels": attributes["labels"] ?? [], "changes": changes,
            "repository": hookRepository(row.parent),
        ]
        let assignees = hookUsers(row.resource["assignees"])
        if let first = assignees.first {
            body["assignees"] = .array(assignees)
            body["assignee"] = first
        }
        return announcement(
            row.isConfidential ? "Confidential Issue Hook" : "Issue Hook",
            row.isConfidential ? "confidential_issues_events" : "issues_events", in: row.parent, body)
    }

    /// An issue as hooks show one: in `object_attributes`, and of notes in `issue`.
    func hookAttributes(of row: Issue) -> JSONValue {
        planning(of: row).merging(time(of: row.resource)).merging([
            "id": .int(row.id), "iid": .int(row.iid), "project_id": .int(row.parent),
            "author_id": .int(row.resource.id(of: "author") ?? Self.ghost), "title": .string(row.title),
            "description": row.resource["description"], "type": .string(row.typeTitle),
            "state": .string(row.state), "state_id": row.state == "closed" ? 2 : 1,
            "created_at": .hookMoment(row.resource.createdAt),
            "updated_at": .hookMoment(row.resource.updatedAt),
            "closed_at": .hookMoment(row.resource.object.instant("closed_at")),
            "updated_by_id": .number(row.edits.updatedBy),
            "last_edited_at": .hookMoment(row.edits.lastEditedAt),
            "last_edited_by_id": .number(row.edits.lastEditedBy), "url": row.resource["web_url"],
        ])
    }

    private func planning(of row: Issue) -> JSONValue {
        var object: JSONValue = [
            "assignee_ids": .array(row.assignees.map { .int($0) }),
            "assignee_id": .number(row.assignees.first),
            "labels": .array(hookLabels(row.labels, in: row.parent)),
            "milestone_id": .number(row.resource.id(of: "milestone")),
            "confidential": .bool(row.isConfidential), "discussion_locked": nil,
            "due_date": row.resource["due_date"], "start_date": row.resource["start_date"],
            "moved_to_id": row.resource["moved_to_id"], "duplicated_to_id": nil,
            "relative_position": .int(row.iid * 513),
            "severity": .string(row.resource.text("severity")?.lowercased() ?? "unknown"),
        ]
        if version.isEnterprise {
            object["weight"] = tier >= .premium ? row.resource["weight"] : .null
            object["health_status"] = tier >= .ultimate ? row.resource["health_status"] : .null
        }
        if row.type == "incident" {
            object["escalation_status"] = row.state == "closed" ? "resolved" : "triggered"
            object["escalation_policy"] = .null
        }
        return object
    }

    /// The fields `changes` may speak of.
    private func changeable(_ row: Issue) -> JSONValue {
        hookAttributes(of: row).merging(["assignees": .array(hookUsers(row.resource["assignees"]))])
    }
}
