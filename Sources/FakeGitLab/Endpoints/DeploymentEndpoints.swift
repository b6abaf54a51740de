import WireFormat

/// Lists of deployments, single ones, and the merge requests they carry.
///
/// <https://docs.gitlab.com/api/deployments/>
enum DeploymentEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/deployments") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            let filter = try DeploymentFilter(call)
            let rows = world.deployments.rows(in: project.id).filter { filter.admits($0, in: world) }
            let ids = filter.order.ids(rows) { row in
                filter.order.key == "finished_at" ? .moment(row.finishedAt) : row.key(filter.order.key)
            }
            return try call.page(ids) { world.deployments.serialized($0) }
        },
        Route("projects/:id/deployments/:deployment_id") { (world, call) throws(Rejection) in
            let row = try world.deployment(of: call)
            let approvals = row.approvals.map { approval -> JSONValue in
                [
                    "user": world.basic(approval.user), "status": .string(approval.status),
                    "created_at": .moment(approval.at), "comment": .text(approval.comment),
                ]
            }
            let given = row.approvals.filter { $0.status == "approved" }.count
            return Answer(
                row.resource.object.merging([
                    "pending_approval_count": .int(max(0, row.requiredApprovals - given)),
                    "approvals": .array(approvals), "approval_summary": ["rules": []],
                ]))
        },
        Route("projects/:id/deployments/:deployment_id/merge_requests") { (world, call) throws(Rejection) in
            let row = try world.deployment(of: call)
            let rows = row.mergeRequests.compactMap { world.mergeRequests[$0] }
            return try MergeRequestEndpoints.list(rows, &world, call)
        },
    ]
}

extension World {
    func deployment(of call: Call) throws(Rejection) -> Deployment {
        let project = try project(of: call, atLeast: .reporter)
        let id = try call.number("deployment_id")
        guard let row = deployments[id], row.parent == project.id else {
            throw .message(404, "404 Not found")
        }
        return row
    }
}
