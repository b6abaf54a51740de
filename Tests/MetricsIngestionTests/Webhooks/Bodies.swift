import Foundation
import MetricsCore
import MetricsIngestion
import MetricsStorage
import WebhookModels
import WireFormat

/// Bodies as GitLab posts them, cut to what is read of them.
enum Bodies {
    static let ada: JSONValue = ["id": 1, "name": "Ada", "username": "ada", "email": "[REDACTED]"]
    static let ben: JSONValue = ["id": 2, "name": "Ben", "username": "ben", "email": "[REDACTED]"]
    static let cyd: JSONValue = ["id": 3, "name": "Cyd", "username": "cyd", "email": "[REDACTED]"]

    static let project: JSONValue = [
        "id": 42, "name": "App", "web_url": "https://gitlab.test/acme/app", "namespace": "Acme",
        "visibility_level": 0, "path_with_namespace": "acme/app", "default_branch": "main",
    ]

    /// That many seconds into a day, as ordinary deliveries write it.
    static func time(_ seconds: Int) -> JSONValue {
        let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
        let clock = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return .string("2026-01-16 \(clock) UTC")
    }

    /// The same second here.
    static func instant(_ seconds: Int) -> Instant {
        Instant(secondsSince1970: 1_768_521_600 + Int64(seconds))
    }

    /// - Parameters:
    ///   - updated: seconds into the day.
    ///   - attributes: of `object_attributes`, besides or instead of the usual ones.
    static func mergeRequest(
        _ action: String, by user: JSONValue = ada, updated: Int = 100, reviewers: [JSONValue] = [ben],
        changes: JSONValue = [:], attributes: JSONValue = [:]
    ) -> JSONValue {
        var object = mergeRequest(updated: updated)
        object["action"] = .string(action)
        object["reviewer_ids"] = .array(reviewers.compactMap { $0["id"] })
        object["assignee_ids"] = [1]
        object["url"] = "https://gitlab.test/acme/app/-/merge_requests/7"
        for (key, value) in attributes.members { object[key] = value }
        return [
            "object_kind": "merge_request", "event_type": "merge_request", "user": user, "project": project,
            "object_attributes": object, "labels": [label("later"), label("bug")], "changes": changes,
            "assignees": [ada], "reviewers": .array(reviewers),
        ]
    }

    /// As it stands in events about other things.
    static func mergeRequest(updated: Int) -> JSONValue {
        [
            "id": 93, "iid": 7, "title": "Fix it", "description": "This reverts merge request !5",
            "state": "opened", "draft": false, "author_id": 1, "created_at": time(0),
            "updated_at": time(updated), "source_branch": "fix", "target_branch": "main",
            "source_project_id": 42, "target_project_id": 42, "merge_commit_sha": nil,
            "merge_user_id": nil, "squash_commit_sha": nil, "milestone_id": 8, "time_estimate": 600,
            "head_pipeline_id": nil, "labels": [label("bug"), label("later")],
            "last_commit": [
                "id": "aaaa000000000000000000000000000000000000", "message": "Fix", "title": "Fix",
                "timestamp": "2026-01-16T00:00:00+00:00",
                "author": ["name": "Ada", "email": "ada@example.com"],
            ],
        ]
    }

    static func label(_ title: String) -> JSONValue {
        ["id": 1, "title": .string(title), "project_id": 42, "type": "ProjectLabel"]
    }

    /// A comment on the merge request.
    static func note(
        _ id: Int, by user: JSONValue = ben, created: Int, updated: Int? = nil, action: String = "create",
        type: JSONValue = nil
    ) -> JSONValue {
        [
            "object_kind": "note", "event_type": "note", "user": user, "project_id": 42, "project": project,
            "object_attributes": [
                "id": .int(id), "note": "Why?", "noteable_type": "MergeRequest", "noteable_id": 93,
                "author_id": user["id"] ?? nil, "created_at": time(created),
                "updated_at": time(updated ?? created), "system": false, "internal": false, "type": type,
                "action": .string(action), "url": "https://gitlab.test/acme/app/-/merge_requests/7#note",
            ],
            "merge_request": mergeRequest(updated: 100),
        ]
    }

    static func issue(
        _ action: String, updated: Int = 200, type: String = "Incident", attributes: JSONValue = [:]
    ) -> JSONValue {
        var object: JSONValue = [
            "id": 301, "iid": 23, "title": "Down", "description": "After !7", "type": .string(type),
            "state": "opened", "author_id": 1, "project_id": 42, "created_at": time(150),
            "updated_at": time(updated), "closed_at": nil, "milestone_id": nil, "weight": 3,
            "severity": "high", "confidential": false, "due_date": "2026-02-01", "moved_to_id": nil,
            "assignee_ids": [2], "time_estimate": 0, "action": .string(action),
            "url": "https://gitlab.test/acme/app/-/issues/23",
        ]
        for (key, value) in attributes.members { object[key] = value }
        return [
            "object_kind": type == "Issue" ? "issue" : "work_item", "event_type": "issue", "user": ada,
            "project": project, "object_attributes": object, "assignees": [ben], "labels": [label("sev")],
            "changes": [:],
        ]
    }

    static func pipeline(
        _ status: String, finished: Int? = nil, source: String = "push", attributes: JSONValue = [:]
    ) -> JSONValue {
        var object: JSONValue = [
            "id": 31, "iid": 3, "ref": "main", "tag": false,
            "sha": "bbbb000000000000000000000000000000000000", "source": .string(source),
            "status": .string(status), "created_at": time(300), "finished_at": finished.map(time) ?? nil,
            "duration": finished.map { .int($0 - 310) } ?? nil, "queued_duration": 10,
        ]
        for (key, value) in attributes.members { object[key] = value }
        return [
            "object_kind": "pipeline", "object_attributes": object, "merge_request": nil, "user": ada,
            "project": project,
            "builds": [
                [
                    "id": 380, "stage": "test", "name": "unit", "status": .string(status),
                    "created_at": time(300), "started_at": time(310),
                    "finished_at": finished.map(time) ?? nil, "duration": 12.9, "queued_duration": 10.2,
                    "failure_reason": nil, "allow_failure": false, "user": ada,
                ]
            ],
        ]
    }

    static func job(_ status: String, finished: Int? = nil) -> JSONValue {
        [
            "object_kind": "build", "ref": "main", "tag": false,
            "sha": "bbbb000000000000000000000000000000000000", "build_id": 380, "build_name": "unit",
            "build_stage": "test", "build_status": .string(status), "build_created_at": time(300),
            "build_started_at": time(310), "build_finished_at": finished.map(time) ?? nil,
            "build_duration": 12.9, "build_queued_duration": 10.2, "build_allow_failure": false,
            "build_failure_reason": "unknown_failure", "pipeline_id": 31, "project_id": 42, "user": ada,
            "project": project,
        ]
    }

    static func deployment(_ status: String, changed: Int) -> JSONValue {
        [
            "object_kind": "deployment", "status": .string(status), "status_changed_at": time(changed),
            "deployment_id": 15, "deployable_id": 796, "environment": "production",
            "environment_tier": "production", "environment_slug": "production", "project": project,
            "short_sha": "bbbb0000", "user": ada,
            "commit_url":
                "https://gitlab.test/acme/app/-/commit/bbbb000000000000000000000000000000000000",
            "commit_title": "Fix",
        ]
    }

    static func push(_ branch: String = "main", after: String = "cccc000000000000000000000000000000000000")
        -> JSONValue
    {
        [
            "object_kind": "push", "event_name": "push",
            "before": "bbbb000000000000000000000000000000000000", "after": .string(after),
            "ref": .string("refs/heads/\(branch)"), "checkout_sha": .string(after), "user_id": 1,
            "user_name": "Ada", "user_username": "ada", "project_id": 42, "project": project,
            "commits": [], "total_commits_count": 1,
        ]
    }

    static func release(_ action: String = "create") -> JSONValue {
        [
            "object_kind": "release", "id": 1, "created_at": time(500), "name": "v1.1",
            "released_at": time(501), "tag": "v1.1", "project": project, "action": .string(action),
            "commit": ["id": "bbbb000000000000000000000000000000000000", "message": "Fix"],
        ]
    }

    static func milestone(_ action: String = "create", state: String = "active") -> JSONValue {
        [
            "object_kind": "milestone", "event_type": "milestone", "project": project,
            "object_attributes": [
                "id": 61, "iid": 10, "title": "v1.0", "state": .string(state), "created_at": time(10),
                "updated_at": time(20), "due_date": "2026-02-28", "start_date": nil, "group_id": nil,
                "project_id": 42,
            ], "action": .string(action),
        ]
    }

    static func event(_ body: JSONValue) throws -> WebhookEvent {
        try WebhookEvent(body: Data(body.serialized()), header: nil)
    }
}

extension JSONValue {
    /// Of an object, as pairs.
    fileprivate var members: [(String, JSONValue)] { objectValue?.map { ($0.key, $0.value) } ?? [] }
}
