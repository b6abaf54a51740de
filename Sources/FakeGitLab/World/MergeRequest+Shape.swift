import WireFormat

extension MergeRequest {
    init(
        id: Int, iid: Int, project: Project, sourceProject: Int?, author: Int, authorObject: JSONValue,
        title: String, description: String?, sourceBranch: String, commits: [String], labels: [String],
        isSquash: Bool, now: Instant
    ) {
        let isDraft = title.hasPrefix("Draft: ")
        let path = project.path
        let identity: JSONValue = [
            "id": .int(id), "iid": .int(iid), "project_id": .int(project.id), "title": .string(title),
            "description": .text(description), "state": "opened", "created_at": .moment(now),
            "updated_at": .moment(now), "merged_by": nil, "merge_user": nil, "merged_at": nil,
            "merge_after": nil, "closed_by": nil, "closed_at": nil,
            "target_branch": .string(project.defaultBranch), "source_branch": .string(sourceBranch),
            "user_notes_count": 0, "upvotes": 0, "downvotes": 0, "author": authorObject, "assignees": [],
            "assignee": nil, "reviewers": [], "source_project_id": .number(sourceProject),
            "target_project_id": .int(project.id), "labels": .array(labels.map { .string($0) }),
            "draft": .bool(isDraft), "imported": false, "imported_from": "none",
            "work_in_progress": .bool(isDraft), "milestone": nil,
        ]
        let status: JSONValue = [
            "merge_when_pipeline_succeeds": false, "merge_status": "can_be_merged",
            "detailed_merge_status": isDraft ? "draft_status" : "mergeable", "sha": .text(commits.last),
            "merge_commit_sha": nil, "squash_commit_sha": nil, "discussion_locked": nil,
            "should_remove_source_branch": nil, "force_remove_source_branch": true,
            "prepared_at": .moment(now + 2.4), "allow_collaboration": false,
            "allow_maintainer_to_push": false, "reference": "!\(iid)",
            "references": [
                "short": "!\(iid)", "relative": "!\(iid)", "full": "\(path)!\(iid)",
            ],
            "web_url": .string("\(project.webURL)/-/merge_requests/\(iid)"), "time_stats": TimeStats.none,
            "squash": .bool(isSquash), "squash_on_merge": .bool(isSquash),
            "task_completion_status": ["count": 0, "completed_count": 0], "has_conflicts": false,
            "blocking_discussions_resolved": true, "approvals_before_merge": nil,
        ]
        self.init(
            resource: Resource(
                id: id, iid: iid, parent: project.id, createdAt: now, object: identity.merging(status)),
            author: author, commits: commits)
    }
}

/// The `time_stats` of what nobody has booked time on.
enum TimeStats {
    static let none: JSONValue = [
        "time_estimate": 0, "total_time_spent": 0, "human_time_estimate": nil, "human_total_time_spent": nil,
    ]
}
