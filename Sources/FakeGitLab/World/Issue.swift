import Foundation
import WireFormat

/// An issue, or an issue of another type such as an incident.
struct Issue: Stored {
    var resource: Resource
    var edits = Edits()

    var state: String { resource.text("state") ?? "opened" }
    var title: String { resource.text("title") ?? "" }
    /// `issue`, `incident`, `task` …
    var type: String { resource.text("issue_type") ?? "issue" }
    /// As people read it: `Test Case`.
    var typeTitle: String { type.split(separator: "_").map(\.capitalized).joined(separator: " ") }

    init(resource: Resource) { self.resource = resource }

    init(
        id: Int, iid: Int, project: Project, author: JSONValue, title: String, description: String?,
        type: String,
        labels: [String], severity: String, host: String, now: Instant
    ) {
        let base = "\(host)/api/v4/projects/\(project.id)"
        let identity: JSONValue = [
            "id": .int(id), "iid": .int(iid), "project_id": .int(project.id), "title": .string(title),
            "description": .text(description), "state": "opened", "created_at": .moment(now),
            "updated_at": .moment(now), "closed_at": nil, "closed_by": nil,
            "labels": .array(labels.map { .string($0) }), "milestone": nil, "assignees": [], "author": author,
            "type": .string(type.uppercased()), "assignee": nil, "user_notes_count": 0,
            "merge_requests_count": 0, "upvotes": 0, "downvotes": 0, "start_date": nil, "due_date": nil,
            "confidential": false, "discussion_locked": nil, "issue_type": .string(type),
            "web_url": .string("\(project.webURL)/-/issues/\(iid)"), "time_stats": TimeStats.none,
        ]
        let rest: JSONValue = [
            "task_completion_status": ["count": 0, "completed_count": 0], "weight": nil,
            "blocking_issues_count": 0, "has_tasks": false,
            "task_status": "0 of 0 checklist items completed",
            "_links": [
                "self": .string("\(base)/issues/\(iid)"), "notes": .string("\(base)/issues/\(iid)/notes"),
                "award_emoji": .string("\(base)/issues/\(iid)/award_emoji"), "project": .string(base),
                "closed_as_duplicate_of": nil,
            ],
            "references": ["short": "#\(iid)", "relative": "#\(iid)", "full": "\(project.path)#\(iid)"],
            "severity": .string(severity), "moved_to_id": nil, "imported": false, "imported_from": "none",
            "service_desk_reply_to": nil, "epic_iid": nil, "epic": nil, "iteration": nil,
            "health_status": nil,
        ]
        resource = Resource(
            id: id, iid: iid, parent: project.id, createdAt: now, object: identity.merging(rest))
    }
}
