import WireFormat

/// Lists of merge requests and single ones.
///
/// <https://docs.gitlab.com/api/merge_requests/>
enum MergeRequestEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/merge_requests") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            return try list(world.mergeRequests.rows(in: project.id), &world, call)
        },
        Route("groups/:id/merge_requests") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            let projects = world.descendants(ofGroup: group.id).flatMap { world.projects.ids(in: $0) }
            let visible = projects.filter { id in
                world.projects[id].map { world.allows(call.caller, atLeast: .reporter, in: $0) } ?? false
            }
            return try list(visible.flatMap { world.mergeRequests.rows(in: $0) }, &world, call)
        },
        Route("projects/:id/merge_requests/:merge_request_iid") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            return Answer(world.single(row, canMerge: world.canMerge(call.caller, in: row.parent)))
        },
        Route("projects/:id/merge_requests/:merge_request_iid/commits") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            let commits = row.commits.reversed().compactMap { world.commit($0, in: row.parent) }
            return try call.page(commits) { $0.object.serialized() }
        },
        Route("projects/:id/merge_requests/:merge_request_iid/pipelines") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            let pipelines = row.pipelines.reversed().compactMap { world.pipelines[$0] }
            return try call.page(pipelines) { $0.basic.serialized() }
        },
        Route("projects/:id/merge_requests/:merge_request_iid/approvals") { (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            return Answer(world.approvals(of: row, caller: call.caller))
        },
        Route("projects/:id/merge_requests/:merge_request_iid/resource_state_events") {
            (world, call) throws(Rejection) in
            let row = try world.mergeRequest(of: call)
            return try call.page(world.stateEvents.ids(in: row.id)) { world.stateEvents.serialized($0) }
        },
    ]

    /// Filters, sorts and pages merge requests as every list of them does.
    static func list(_ rows: [MergeRequest], _ world: inout World, _ call: Call) throws(Rejection) -> Answer {
        let filter = try MergeRequestFilter(call)
        let order = try Order(call, keys: MergeRequestFilter.orders, sort: "desc")
        let ids = order.ids(rows.filter { filter.admits($0) }) { row in
            order.key == "merged_at" ? .moment(row.mergedAt) : row.key(order.key)
        }
        return try call.page(ids) { world.mergeRequests.serialized($0) }
    }
}

extension World {
    func mergeRequest(of call: Call) throws(Rejection) -> MergeRequest {
        let project = try project(of: call, atLeast: .reporter)
        let iid = try call.number("merge_request_iid")
        guard let id = mergeRequests.id(iid: iid, in: project.id), let row = mergeRequests[id] else {
            throw .message(404, "404 Not found")
        }
        return row
    }

    func canMerge(_ caller: Caller, in project: Int) -> Bool {
        projects[project].map { role(of: caller, in: $0) >= .developer } ?? false
    }
}
