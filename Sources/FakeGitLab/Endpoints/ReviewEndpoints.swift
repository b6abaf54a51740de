import WireFormat

/// Who reviews and approves a merge request, and who takes part in it.
///
/// <https://docs.gitlab.com/api/merge_request_approvals/>
enum ReviewEndpoints {
    private static let one = "projects/:id/merge_requests/:merge_request_iid"

    static let routes: [Route] = [
        Route("\(one)/approvals") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            return Answer(world.approvals(of: row, caller: call.caller))
        },
        Route("\(one)/approval_state", tier: .premium) { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            let rules = world.rules(of: row.parent).map { world.object(of: $0, for: row) }
            return Answer(["approval_rules_overwritten": false, "rules": .array(rules)])
        },
        Route("\(one)/reviewers") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            return try call.page(row.reviews) { review in
                JSONValue([
                    "user": world.basic(review.user), "state": .string(review.state),
                    "created_at": .moment(review.createdAt),
                ]).serialized()
            }
        },
        Route("\(one)/participants") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            return try call.page(world.participants(of: row)) { world.basic($0).serialized() }
        },
        Route("\(one)/resource_state_events") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            return try call.page(world.stateEvents.ids(in: row.id)) { world.stateEvents.serialized($0) }
        },
        Route("\(one)/resource_label_events") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            return try call.page(world.labelEvents.ids(in: row.id)) { world.labelEvents.serialized($0) }
        },
        Route("\(one)/resource_milestone_events") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            return try call.page(world.milestoneEvents.ids(in: row.id)) {
                world.milestoneEvents.serialized($0)
            }
        },
    ]
}

extension World {
    /// A rule as `approval_state` shows it.
    fileprivate func object(of rule: ApprovalRule, for row: MergeRequest) -> JSONValue {
        let users = JSONValue.array(rule.users.map { basic($0) })
        let approvers = rule.approved(by: row.approvals.map(\.user))
        return [
            "id": .int(rule.id), "name": .string(rule.name), "rule_type": .string(rule.kind),
            "report_type": nil, "eligible_approvers": users, "approvals_required": .int(rule.required),
            "users": users, "groups": [], "contains_hidden_groups": false, "section": nil,
            "code_owner": false, "source_rule": nil, "overridden": false,
            "approved_by": .array(approvers.map { basic($0) }),
            "approved": .bool(rule.left(after: approvers) == 0),
        ]
    }

    /// The author, those assigned and asked for a review, and those who commented, each once.
    fileprivate func participants(of row: MergeRequest) -> [Int] {
        let comments = mergeRequestNotes.rows(in: row.id).filter { !$0.isSystem }
        let author = row.resource.id(of: "author") ?? World.ghost
        let all =
            [author] + row.people("assignees") + row.people("reviewers") + comments.map(\.author)
        var seen: Set<Int> = []
        return all.filter { seen.insert($0).inserted }
    }
}
