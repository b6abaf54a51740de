import WireFormat

/// A project's releases.
///
/// <https://docs.gitlab.com/api/releases/>
enum ReleaseEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/releases") { (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            let order = try Order(call, keys: ["released_at", "created_at"], sort: "desc")
            let times = try TimeFilter(call)
            let rows = world.releases.rows(in: project.id).filter { times.admits($0) }
            let ids = order.ids(rows) { row in
                order.key == "released_at" ? .moment(row.releasedAt) : row.key(order.key)
            }
            return try call.page(ids.compactMap { world.releases[$0] }) { release in
                world.served(release, in: project, to: call.caller).serialized()
            }
        },
        Route("projects/:id/releases/:tag_name") { (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            guard let release = world.release(ofTag: call.path("tag_name"), in: project.id) else {
                throw .message(404, "404 Not Found")
            }
            return Answer(world.served(release, in: project, to: call.caller))
        },
    ]
}

extension World {
    /// A release; guests of a private project see neither its commit nor where its sources lie.
    fileprivate func served(_ release: Release, in project: Project, to caller: Caller) -> JSONValue {
        var object = object(release, in: project)
        guard project.visibility == "private", role(of: caller, in: project) < .reporter else {
            return object
        }
        for key in ["commit", "commit_path", "tag_path"] { object[key] = nil }
        object["assets"] = ["count": 0, "links": []]
        return object
    }
}
