import WireFormat

extension World {
    /// A merge request as hooks show one: in `object_attributes`, and of notes in `merge_request`.
    func hookAttributes(of row: MergeRequest) -> JSONValue {
        identity(of: row).merging(status(of: row)).merging(time(of: row.resource)).merging(
            relations(of: row))
    }

    private func identity(of row: MergeRequest) -> JSONValue {
        var object: JSONValue = [
            "author_id": .int(row.resource.id(of: "author") ?? row.author),
            "created_at": .hookMoment(row.resource.createdAt),
            "description": row.resource["description"], "draft": .bool(row.isDraft),
            "head_pipeline_id": .number(row.pipelines.last), "id": .int(row.id), "iid": .int(row.iid),
            "last_edited_at": .hookMoment(row.edits.lastEditedAt),
            "last_edited_by_id": .number(row.edits.lastEditedBy),
            "source_branch": .string(row.sourceBranch), "source_project_id": .number(row.sourceProject),
            "state_id": .int(Self.stateID(row.state)), "state": .string(row.state),
            "target_branch": .string(row.targetBranch),
            "target_branch_protected": .bool(isProtected(row.targetBranch, in: row.parent)),
            "target_project_id": .int(row.parent), "title": .string(row.title),
            "updated_at": .hookMoment(row.resource.updatedAt),
            "updated_by_id": .number(row.edits.updatedBy), "url": row.resource["web_url"],
            "work_in_progress": .bool(row.isDraft),
        ]
        if version >= "16.1" {
            object["prepared_at"] = .hookMoment(row.resource.object.instant("prepared_at"))
        }
        return object
    }

    private func status(of row: MergeRequest) -> JSONValue {
        var object: JSONValue = [
            "merge_commit_sha": row.resource["merge_commit_sha"], "merge_error": nil,
            "merge_params": mergeParameters(of: row), "merge_status": row.resource["merge_status"],
            "merge_user_id": .number(row.resource.id(of: "merge_user")),
            "merge_when_pipeline_succeeds": row.resource["merge_when_pipeline_succeeds"],
            "squash_commit_sha": row.resource["squash_commit_sha"],
            "blocking_discussions_resolved": row.resource["blocking_discussions_resolved"],
            "first_contribution": .bool(isFirstContribution(row)),
        ]
        if version >= "15.6" {
            object["detailed_merge_status"] = row.resource["detailed_merge_status"]
        }
        if version >= "18.0" { object["merged_at"] = .hookMoment(row.mergedAt) }
        if version.isEnterprise { object["approval_rules"] = .array(hookRules(of: row)) }
        return object
    }

    private func relations(of row: MergeRequest) -> JSONValue {
        let assignees = row.people("assignees")
        return [
            "assignee_ids": .array(assignees.map { .int($0) }), "assignee_id": .number(assignees.first),
            "reviewer_ids": .array(row.people("reviewers").map { .int($0) }),
            "labels": .array(hookLabels(row.labels, in: row.parent)),
            "milestone_id": .number(row.resource.id(of: "milestone")),
            "last_commit": hookCommit(row.commits.last, in: row.parent),
            "source": source(of: row), "target": hookProject(row.parent),
        ]
    }

    /// A fork the instance holds only by its number looks like what it was forked from.
    private func source(of row: MergeRequest) -> JSONValue {
        guard let source = row.sourceProject else { return .null }
        guard projects[source] == nil else { return hookProject(source) }
        return hookProject(row.parent).merging(["id": .int(source)])
    }

    private func mergeParameters(of row: MergeRequest) -> JSONValue {
        var parameters: JSONValue = ["force_remove_source_branch": "1"]
        guard row.resource["merge_when_pipeline_succeeds"].boolValue == true else { return parameters }
        parameters["auto_merge_strategy"] =
            version >= "17.7" ? "merge_when_checks_pass" : "merge_when_pipeline_succeeds"
        parameters["sha"] = row.resource["sha"]
        return parameters
    }

    /// Without a rule of the project's, one that asks nothing of anybody.
    private func hookRules(of row: MergeRequest) -> [JSONValue] {
        let rules = rules(of: row.parent)
        let shown =
            rules.isEmpty ? [ApprovalRule(id: row.id, name: "All Members", required: 0, users: [])] : rules
        return shown.map { rule in
            [
                "id": .int(rule.id), "approvals_required": .int(rule.required), "name": .string(rule.name),
                "rule_type": .string(rule.kind), "report_type": nil, "merge_request_id": .int(row.id),
                "section": nil, "modified_from_project_rule": false, "orchestration_policy_idx": nil,
                "vulnerabilities_allowed": 0, "scanners": [], "severity_levels": [],
                "vulnerability_states": ["new_needs_triage", "new_dismissed"],
                "security_orchestration_policy_configuration_id": nil, "scan_result_policy_id": nil,
                "applicable_post_merge": nil, "project_id": .int(row.parent),
                "approval_policy_rule_id": nil, "updated_at": .hookMoment(row.resource.createdAt),
                "created_at": .hookMoment(row.resource.createdAt),
            ]
        }
    }

    private static func stateID(_ state: String) -> Int {
        ["closed": 2, "merged": 3, "locked": 4][state] ?? 1
    }

    func isProtected(_ ref: String, in project: Int) -> Bool {
        projects[project]?.defaultBranch == ref || repositories[project]?.protects(ref) == true
    }

    /// What is booked on a merge request or an issue; `time_change` is of the change that is told.
    func time(of resource: Resource) -> JSONValue {
        let stats = resource["time_stats"]
        return [
            "time_estimate": stats["time_estimate"] ?? 0, "total_time_spent": stats["total_time_spent"] ?? 0,
            "time_change": 0, "human_time_estimate": stats["human_time_estimate"] ?? .null,
            "human_total_time_spent": stats["human_total_time_spent"] ?? .null, "human_time_change": nil,
        ]
    }

    /// The time a change booked, and the words for it.
    func timeChange(from old: JSONValue, to new: JSONValue) -> JSONValue {
        let seconds =
            (new["total_time_spent"]?.intValue ?? 0) - (old["total_time_spent"]?.intValue ?? 0)
        return ["time_change": .int(seconds), "human_time_change": .text(TimeStats.text(seconds))]
    }
}
