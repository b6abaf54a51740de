import WireFormat

/// Lists of environments and single ones.
///
/// <https://docs.gitlab.com/api/environments/>
enum EnvironmentEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/environments") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            let state = try call.word("states", among: ["available", "stopping", "stopped"], default: "")
            let rows = world.environments.rows(in: project.id).filter { row in
                if !state.isEmpty, row.resource.text("state") != state { return false }
                if let name = call.request["name"], row.name != name { return false }
                return call.request["search"].map { row.name.contains($0) } ?? true
            }
            let ids = rows.sorted { $0.name < $1.name }.map(\.id)
            return try call.page(ids) { world.environments.serialized($0) }
        },
        Route("projects/:id/environments/:environment_id") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            let id = try call.number("environment_id")
            guard let row = world.environments[id], row.parent == project.id else {
                throw .message(404, "404 Not found")
            }
            var object = row.resource.object
            object["last_deployment"] =
                row.successes.last.flatMap { world.deployments[$0]?.resource.object } ?? .null
            return Answer(object)
        },
    ]
}
