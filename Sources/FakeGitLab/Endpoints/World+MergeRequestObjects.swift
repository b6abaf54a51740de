import Foundation
import WireFormat

extension World {
    /// What the answer for one merge request adds to its entry in lists.
    func single(_ row: MergeRequest, canMerge: Bool) -> JSONValue {
        let pipeline = row.pipelines.last.flatMap { pipelines[$0] }
        let base = row.commits.first.flatMap { commit($0, in: row.parent)?.parents.first }
        let isPrepared = row.resource.object.instant("prepared_at").map { $0 <= clock } ?? false
        var changes = JSONValue.null
        if isPrepared { changes = .string(String(row.changedFiles)) }
        var diff = JSONValue.null
        if isPrepared, let head = row.commits.last {
            diff = ["base_sha": .text(base), "head_sha": .string(head), "start_sha": .text(base)]
        }
        return row.resource.object.merging([
            "subscribed": false, "changes_count": changes,
            "latest_build_started_at": .moment(pipeline?.startedAt),
            "latest_build_finished_at": .moment(pipeline?.finishedAt),
            "first_deployed_to_production_at": .moment(row.firstDeployedAt),
            "pipeline": pipeline?.basic ?? .null, "head_pipeline": pipeline.map { single($0) } ?? .null,
            "diff_refs": diff, "merge_error": nil, "user": ["can_merge": .bool(canMerge)],
            "first_contribution": .bool(isFirstContribution(row)),
        ]).merging(row.details)
    }

    /// Whether nothing of the author's was merged into the project before.
    func isFirstContribution(_ row: MergeRequest) -> Bool {
        let until = row.mergedAt ?? clock
        return !mergeRequests.rows(in: row.parent).contains { other in
            other.id != row.id && other.author == row.author && other.mergedAt.map { $0 < until } == true
        }
    }

    /// What lists of pipelines leave out.
    func single(_ row: Pipeline) -> JSONValue {
        let path = projects[row.parent]?.path ?? ""
        let texts = ["success": "Passed", "failed": "Failed", "canceled": "Canceled", "running": "Running"]
        let text = texts[row.status] ?? row.status.capitalized
        let worked = row.workedSeconds
        let queued = row.startedAt.map { max(0, Int($0 - row.resource.createdAt)) }
        return row.resource.object.merging([
            "before_sha": .text(
                commit(row.sha, in: row.parent)?.parents.first ?? String(repeating: "0", count: 40)),
            "tag": .bool(row.isTag), "yaml_errors": nil, "user": row.user.map { basic($0) } ?? .null,
            "started_at": .moment(row.startedAt), "finished_at": .moment(row.finishedAt), "committed_at": nil,
            "duration": row.isFinished ? .int(worked) : .null, "queued_duration": .number(queued),
            "coverage": .text(row.coverage),
            "detailed_status": [
                "icon": .string("status_\(row.status)"), "text": .string(text),
                "label": .string(text.lowercased()), "group": .string(row.status),
                "tooltip": .string(text.lowercased()), "has_details": true,
                "details_path": .string("/\(path)/-/pipelines/\(row.id)"), "illustration": nil,
                "favicon": .string("/assets/ci_favicons/favicon_status_\(row.status).png"),
            ],
            "archived": false,
        ]).merging(row.details)
    }

    /// Who approves: the Free tier's four fields, or Premium's many.
    func approvals(of row: MergeRequest, caller: Caller) -> JSONValue {
        let hasApproved = row.approvals.contains { $0.user == caller.user }
        let left = approvalsLeft(of: row)
        let given = row.approvals.map { approval -> JSONValue in
            ["user": basic(approval.user), "approved_at": .moment(approval.at)]
        }
        let free: JSONValue = [
            "user_has_approved": .bool(hasApproved),
            "user_can_approve": .bool(
                !hasApproved && row.author != caller.user && canMerge(caller, in: row.parent)),
            "approved": .bool(tier == .free ? !given.isEmpty : left == 0), "approved_by": .array(given),
        ]
        guard tier >= .premium else { return free }
        var object: JSONValue = [:]
        for key in [
            "id", "iid", "project_id", "title", "description", "state", "created_at", "updated_at",
            "merge_status",
        ] { object[key] = row.resource[key] }
        return object.merging(free).merging([
            "approvals_required": .int(approvalsRequired(in: row.parent)), "approvals_left": .int(left),
            "require_password_to_approve": false, "suggested_approvers": [], "approvers": [],
            "approver_groups": [],
            "approval_rules_left": .array(
                rules(of: row.parent).filter { $0.left(after: row.approvals.map(\.user)) > 0 }.map {
                    ["id": .int($0.id), "name": .string($0.name), "rule_type": .string($0.kind)]
                }),
            "has_approval_rules": .bool(!rules(of: row.parent).isEmpty),
            "merge_request_approvers_available": true,
            "multiple_approval_rules_available": true, "invalid_approvers_rules": [],
        ])
    }
}
