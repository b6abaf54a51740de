import WireFormat

/// A project's activity feed.
///
/// <https://docs.gitlab.com/api/events/>
enum EventEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/events") { (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            let filter = try EventFilter(call)
            let isAscending = try call.isAscending(default: "desc")
            let ids = world.events.rows(in: project.id).filter { filter.admits($0) }.map(\.id)
            return try call.page(isAscending ? ids : ids.reversed()) { world.events.serialized($0) }
        }
    ]
}
