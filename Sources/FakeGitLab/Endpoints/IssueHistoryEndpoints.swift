import WireFormat

/// What hangs on an issue: booked time, merge requests, changes of its state.
///
/// <https://docs.gitlab.com/api/issues/>
enum IssueHistoryEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/issues/:issue_iid/time_stats") { (world, call) throws(Rejection) in
            Answer(try world.issue(of: call).resource["time_stats"])
        },
        Route("projects/:id/issues/:issue_iid/related_merge_requests", kind: "merge_requests") {
            (world, call) throws(Rejection) in
            try mergeRequests(&world, call) { world, row in world.issueIIDs(mentionedBy: row) }
        },
        Route("projects/:id/issues/:issue_iid/closed_by", kind: "merge_requests") {
            (world, call) throws(Rejection) in
            try mergeRequests(&world, call) { world, row in world.issueIIDs(closedBy: row) }
        },
        Route("projects/:id/issues/:issue_iid/resource_state_events") { (world, call) throws(Rejection) in
            let row = try world.issue(of: call)
            return try call.page(world.stateEvents.ids(in: -row.id)) { world.stateEvents.serialized($0) }
        },
        Route("projects/:id/issues/:issue_iid/resource_label_events") { (world, call) throws(Rejection) in
            let row = try world.issue(of: call)
            return try call.page(world.labelEvents.ids(in: -row.id)) { world.labelEvents.serialized($0) }
        },
        Route("projects/:id/issues/:issue_iid/resource_milestone_events") { (world, call) throws(Rejection) in
            let row = try world.issue(of: call)
            return try call.page(world.milestoneEvents.ids(in: -row.id)) {
                world.milestoneEvents.serialized($0)
            }
        },
    ]

    private static func mergeRequests(
        _ world: inout World, _ call: Call, naming: (World, MergeRequest) -> Set<Int>
    ) throws(Rejection) -> Answer {
        let issue = try world.issue(of: call)
        let project = try world.project(of: call)
        guard world.allows(call.caller, atLeast: .reporter, in: project) else {
            return try call.page([Int]()) { _ in [] }
        }
        let rows = world.mergeRequests.rows(in: project.id).filter { row in
            naming(world, row).contains(issue.iid)
        }
        return try call.page(rows.map(\.id)) { world.mergeRequests.serialized($0) }
    }
}
