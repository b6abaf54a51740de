import WireFormat

/// Lists of issues and single ones; incidents are issues.
///
/// <https://docs.gitlab.com/api/issues/>
enum IssueEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/issues") { (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            return try list(world.issues.rows(in: project.id), &world, call)
        },
        Route("groups/:id/issues") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            let projects = world.descendants(ofGroup: group.id).flatMap { world.projects.rows(in: $0) }
            let visible = projects.filter { world.canSee($0, call.caller) }
            return try list(visible.flatMap { world.issues.rows(in: $0.id) }, &world, call)
        },
        Route("projects/:id/issues/:issue_iid") { (world, call) throws(Rejection) in
            let row = try world.issue(of: call)
            return Answer(row.resource.object.merging(["subscribed": false]))
        },
        Route("projects/:id/issues/:issue_iid/resource_state_events") { (world, call) throws(Rejection) in
            let row = try world.issue(of: call)
            return try call.page(world.stateEvents.ids(in: -row.id)) { world.stateEvents.serialized($0) }
        },
    ]

    private static func list(_ rows: [Issue], _ world: inout World, _ call: Call) throws(Rejection) -> Answer
    {
        let filter = try IssueFilter(call)
        let order = try Order(
            call,
            keys: [
                "created_at", "updated_at", "title", "id", "due_date", "label_priority", "milestone_due",
                "popularity", "priority", "relative_position", "weight",
            ], sort: "desc")
        let ids = order.ids(rows.filter { filter.admits($0) }) { $0.key(order.key) }
        if call.request["pagination"] == "keyset" {
            return try KeysetPaging.cursor(ids, call) { world.issues.serialized($0) }
        }
        return try call.page(ids) { world.issues.serialized($0) }
    }
}

extension World {
    func issue(of call: Call) throws(Rejection) -> Issue {
        let project = try project(of: call)
        let iid = try call.number("issue_iid")
        guard let id = issues.id(iid: iid, in: project.id), let row = issues[id] else {
            throw .message(404, "404 Not found")
        }
        return row
    }
}
