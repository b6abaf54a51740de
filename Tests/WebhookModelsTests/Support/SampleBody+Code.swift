import WebhookModels

extension SampleBody {
    static let mergeRequestAttributes = #"""
        "author_id": 5, "created_at": "2026-03-01 08:00:00 UTC", "description": "CANARY closes !12, CANARY",
        "draft": false, "head_pipeline_id": 77, "id": 701, "iid": 7, "last_edited_at": null,
        "merge_commit_sha": null, "merged_at": null, "merge_error": "CANARY",
        "merge_params": {"commit_message": "CANARY"}, "merge_user_id": null, "milestone_id": null,
        "source_branch": "fix", "source_project_id": 3, "squash_commit_sha": null, "state_id": 1,
        "target_branch": "main", "target_project_id": 3, "time_estimate": 3600, "title": "Fix rounding",
        "updated_at": "2026-03-02 09:30:00 UTC", "assignee_ids": [5], "blocking_discussions_resolved": true,
        "detailed_merge_status": "mergeable", "first_contribution": false, "last_commit": \#(commit),
        "labels": [\#(label)], "reviewer_ids": [6], "source": \#(project), "state": "opened", "target": \#(project),
        "total_time_spent": 60, "url": "https://gitlab.example/web/app/-/merge_requests/7",
        "approval_rules": [{"name": "CANARY"}]
        """#

    static func mergeRequest(_ name: String, _ attributes: String, changes: String = "{}") -> SampleBody {
        SampleBody(
            name, "Merge Request Hook", .mergeRequest,
            essentials: [
                "project", "object_attributes", "object_attributes.id", "object_attributes.iid",
                "object_attributes.title", "object_attributes.state", "object_attributes.source_branch",
                "object_attributes.target_branch", "object_attributes.created_at",
                "object_attributes.updated_at",
            ],
            #"""
            {"object_kind": "merge_request", "event_type": "merge_request", "user": \#(user), "project": \#(project),
             "object_attributes": {\#(mergeRequestAttributes), \#(attributes)}, "labels": [\#(label)],
             "changes": \#(changes), "assignees": [\#(user)], "repository": {"url": "CANARY"},
             "reviewers": [{"id": 6, "name": "Bea", "username": "bea", "email": "CANARY", "state": "unreviewed",
                            "re_requested": false}], "CANARY": {"deep": ["CANARY"]}}
            """#)
    }

    static func note(_ name: String, _ attributes: String, on target: String) -> SampleBody {
        SampleBody(
            name, "Note Hook", .note,
            essentials: [
                "object_attributes", "object_attributes.id", "object_attributes.noteable_type",
                "object_attributes.created_at",
            ],
            #"""
            {"object_kind": "note", "event_type": "note", "user": \#(user), "project_id": 3, "project": \#(project),
             "repository": {"name": "CANARY"},
             "object_attributes": {"id": 900, "internal": false, "note": "CANARY\n```suggestion:-0+1\nlet CANARY = 1\n```",
                "author_id": 5, "created_at": "2026-03-02 09:00:00 UTC", "updated_at": "2026-03-02 09:05:00 UTC",
                "project_id": 3, "attachment": "CANARY", "line_code": "CANARY_1_1", "system": false,
                "st_diff": {"diff": "CANARY", "new_path": "CANARY"}, "action": "create",
                "url": "https://gitlab.example/web/app#note_900", "change_position": {"new_path": "CANARY"},
                "discussion_id": "0123456789abcdef0123456789abcdef01234567",
                "original_position": {"new_path": "CANARY"}, "position": {"new_path": "CANARY", "new_line": 3},
                "resolved_at": null, "resolved_by_id": null, "type": "DiffNote", "description": "CANARY",
                "suggestions": [{"to_content": "CANARY"}], \#(attributes)}, \#(target)}
            """#)
    }

    static let push = #"""
        "before": "1111111111111111111111111111111111111111", "after": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
        "ref": "refs/heads/main", "ref_protected": true, "checkout_sha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
        "message": "CANARY", "user_id": 5, "user_name": "Ada", "user_username": "ada", "user_email": "CANARY",
        "user_avatar": "CANARY", "project_id": 3, "project": \#(project), "commits": [\#(commit)],
        "total_commits_count": 1, "push_options": {"ci": {"variable": "CANARY"}}, "repository": {"url": "CANARY"}
        """#
    static let pushEssentials = ["before", "after", "ref", "project"]

    static let code: [SampleBody] = [
        SampleBody(
            "push", "Push Hook", .push, essentials: pushEssentials,
            #"{"object_kind": "push", "event_name": "push", \#(push)}"#),
        SampleBody(
            "push of the instance", "System Hook", .push, essentials: pushEssentials,
            #"{"event_name": "push", \#(push)}"#),
        SampleBody(
            "tag_push", "Tag Push Hook", .tagPush, essentials: pushEssentials,
            #"{"object_kind": "tag_push", "event_name": "tag_push", \#(push)}"#),
        mergeRequest(
            "merge_request approved", #""action": "approved", "actioned_at": "2026-03-02 09:31:00 UTC""#),
        mergeRequest("merge_request approval of old", #""action": "approval""#),
        mergeRequest(
            "merge_request reset",
            """
            "action": "unapproved", "system": true, "system_action": "approvals_reset_on_push",
            "actioned_at": "2026-03-02 09:31:00 UTC"
            """),
        mergeRequest(
            "merge_request update",
            #""action": "update", "oldrev": "1111111111111111111111111111111111111111""#,
            changes: #"""
                {"title": {"previous": "Draft: Fix rounding", "current": "Fix rounding"},
                 "draft": {"previous": true, "current": false},
                 "description": {"previous": "CANARY", "current": "CANARY"},
                 "merge_params": {"previous": {"commit_message": "CANARY"}, "current": {}},
                 "reviewers": {"previous": [], "current": [{"id": 6, "username": "bea", "email": "CANARY"}]},
                 "milestone_id": {"previous": 4, "current": null}, "CANARY": {"previous": "CANARY", "current": 1},
                 "labels": {"previous": [], "current": [\#(label)]}, "state_id": {"previous": 1, "current": 1}}
                """#),
        mergeRequest(
            "merge_request asked again", #""action": "update""#,
            changes: #"""
                {"reviewers": [[{"id": 6, "username": "bea", "state": "approved", "re_requested": false}],
                               [{"id": 6, "username": "bea", "state": "unreviewed", "re_requested": true}]]}
                """#),
        note(
            "note on a merge request",
            #""noteable_type": "MergeRequest", "noteable_id": 701, "commit_id": null"#,
            on: #""merge_request": {\#(mergeRequestAttributes)}"#),
        note(
            "note on a commit",
            #""noteable_type": "Commit", "noteable_id": null, "commit_id": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3""#,
            on: #""commit": \#(commit)"#),
        note(
            "note on a snippet", #""noteable_type": "Snippet", "noteable_id": 53, "commit_id": """#,
            on: #"""
                "snippet": {"id": 53, "title": "t", "description": "CANARY", "content": "CANARY", "file_name": "CANARY",
                            "encrypted_secret_token": "CANARY", "url": "https://gitlab.example/web/app/-/snippets/53"}
                """#),
        note(
            "note on an issue", #""noteable_type": "Issue", "noteable_id": 301, "commit_id": """#,
            on: #""issue": {\#(issueAttributes)}"#),
        note(
            "note on something new", #""noteable_type": "Whiteboard", "noteable_id": 1"#,
            on: #""whiteboard": {}"#),
    ]
}
