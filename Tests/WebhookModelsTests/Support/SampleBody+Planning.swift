import WebhookModels

extension SampleBody {
    static let issueAttributes = #"""
        "id": 301, "title": "Rounding is wrong", "assignee_ids": [5, "6"], "author_id": 5, "project_id": 3,
        "created_at": "2026-02-01T08:00:00.123Z", "updated_at": "2026-02-02 08:00:00 +0200", "updated_by_id": 5,
        "description": "CANARY, fixed by !7 and https://gitlab.example/web/app/-/merge_requests/8.",
        "milestone_id": 4, "confidential": false, "due_date": "2026-02-28", "moved_to_id": null, "time_estimate": 0,
        "total_time_spent": 60, "weight": null, "health_status": "at_risk", "type": "Incident", "iid": 3,
        "url": "https://gitlab.example/web/app/-/issues/3", "state": "closed", "severity": "high",
        "labels": [\#(label)], "closed_at": "2026-02-02 06:00:00 UTC", "escalation_policy": {"name": "CANARY"}
        """#

    static let planning: [SampleBody] = [
        SampleBody(
            "issue", "Confidential Issue Hook", .issue,
            essentials: [
                "object_attributes", "object_attributes.id", "object_attributes.iid",
                "object_attributes.title",
                "object_attributes.state", "object_attributes.created_at", "object_attributes.updated_at",
            ],
            #"""
            {"object_kind": "issue", "event_type": "confidential_issue", "user": \#(user), "project": \#(project),
             "object_attributes": {\#(issueAttributes), "action": "close"}, "assignees": [\#(user)],
             "labels": [\#(label)], "repository": {"name": "CANARY"},
             "changes": {"closed_at": {"previous": null, "current": "2026-02-02 06:00:00 UTC"},
                         "description": {"previous": "CANARY", "current": "CANARY"}}}
            """#),
        SampleBody(
            "work_item", "Issue Hook", .issue,
            #"""
            {"object_kind": "work_item", "event_type": "work_item", "user": \#(user), "project": \#(project),
             "object_attributes": {\#(issueAttributes)}}
            """#),
        SampleBody(
            "milestone", "Milestone Hook", .milestone,
            essentials: [
                "object_attributes", "object_attributes.id", "object_attributes.title",
                "object_attributes.state",
            ],
            #"""
            {"object_kind": "milestone", "event_type": "milestone", "project": \#(project), "object_attributes":
             {"id": 61, "iid": 10, "title": "v1", "description": "CANARY", "state": "active",
              "created_at": "2026-01-01 00:00:00 UTC", "updated_at": "2026-01-02 00:00:00 UTC", "due_date": null,
              "start_date": "2026-01-05", "group_id": null, "project_id": 3, "action": "close"}}
            """#),
        SampleBody(
            "emoji", "Emoji Hook", .emoji,
            essentials: ["object_attributes", "object_attributes.id", "object_attributes.name"],
            #"""
            {"object_kind": "emoji", "event_type": "award", "user": \#(user), "project_id": 3, "project": \#(project),
             "object_attributes": {"user_id": 5, "created_at": "2026-03-02 09:00:00 UTC", "id": 1, "name": "rocket",
                "awardable_type": "Note", "awardable_id": 900, "updated_at": "2026-03-02 09:00:00 UTC",
                "action": "award", "awarded_on_url": "https://CANARY"},
             "note": {"id": 900, "note": "CANARY", "position": "CANARY"}, "issue": {\#(issueAttributes)}}
            """#),
        SampleBody(
            "wiki_page", "Wiki Page Hook", .wikiPage, essentials: ["object_attributes"],
            #"""
            {"object_kind": "wiki_page", "user": \#(user), "project": \#(project), "wiki": {"web_url": "https://CANARY"},
             "object_attributes": {"title": "Home", "content": "CANARY", "format": "markdown", "message": "CANARY",
                "slug": "home", "url": "https://CANARY", "action": "create", "diff_url": "https://CANARY",
                "version_id": "3ad67c972065298d226dd80b2b03e0fc2421e731"}}
            """#),
    ]
}
