import WireFormat

/// Lists of pipelines and single ones.
///
/// <https://docs.gitlab.com/api/pipelines/>
enum PipelineEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/pipelines") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            let filter = try PipelineFilter(call)
            let order = try Order(call, keys: ["id", "status", "ref", "updated_at", "user_id"], sort: "desc")
            let all = filter.scoped(world.pipelines.rows(in: project.id), in: world)
            let rows = all.filter { filter.admits($0, in: world) }
            let ids = order.ids(rows) { row in
                order.key == "user_id" ? .number(Int64(row.user ?? 0)) : row.key(order.key)
            }
            return try call.page(ids) { world.pipelines.serialized($0) }
        },
        Route("projects/:id/pipelines/:pipeline_id") { (world, call) throws(Rejection) in
            Answer(world.single(try world.pipeline(of: call)))
        },
    ]
}

extension World {
    func pipeline(of call: Call) throws(Rejection) -> Pipeline {
        let project = try project(of: call, atLeast: .reporter)
        let id = try call.number("pipeline_id")
        guard let row = pipelines[id], row.parent == project.id else { throw .message(404, "404 Not found") }
        return row
    }
}
