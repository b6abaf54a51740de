import WireFormat

/// Lists of projects and single ones.
///
/// <https://docs.gitlab.com/api/projects/>
enum ProjectEndpoints {
    static let orders = [
        "created_at", "id", "name", "path", "updated_at", "last_activity_at", "similarity", "star_count",
    ]

    static let routes: [Route] = [
        Route("projects") { (world, call) throws(Rejection) in try list(world.projects.ids, &world, call) },
        Route("projects/:id") { (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            var object = world.single(project, for: call.caller)
            if call.request.flag("statistics"), world.role(of: call.caller, in: project) >= .reporter {
                object["statistics"] = world.statistics(of: project)
            }
            return Answer(object)
        },
    ]

    static func list(_ ids: [Int], _ world: inout World, _ call: Call) throws(Rejection) -> Answer {
        let filter = try ProjectFilter(call)
        let order = try Order(call, keys: orders, sort: "desc")
        let rows = ids.compactMap { world.projects[$0] }.filter { filter.admits($0, in: world) }
        let isSimple = call.request.flag("simple") || call.caller.user == nil
        let render = { (world: inout World, id: Int) -> [UInt8] in
            isSimple
                ? world.projects[id]?.simple.serialized() ?? [] : world.projects.serialized(id)
        }
        if call.request["pagination"] == "keyset" {
            guard order.key == "id" else { throw KeysetPaging.unsupportedOrder }
            return try KeysetPaging.projects(rows.map(\.id).sorted(), call, isAscending: order.isAscending) {
                render(&world, $0)
            }
        }
        let sorted = order.ids(rows) { row in
            switch order.key {
            case "last_activity_at": .moment(row.resource.object.instant("last_activity_at"))
            case "star_count": .number(Int64(row.resource["star_count"].intValue ?? 0))
            default: row.key(order.key)
            }
        }
        try KeysetPaging.checkOffset(of: call, kind: "Project")
        return try call.page(sorted) { render(&world, $0) }
    }
}

extension World {
    /// What a project stores: as many bytes as its commits add lines, for the fake keeps no files.
    func statistics(of project: Project) -> JSONValue {
        let commits = repositories[project.id]?.commits.values.map { $0.additions } ?? []
        let bytes = commits.reduce(0, +)
        var object: JSONValue = [
            "commit_count": .int(repositories[project.id]?.landed.count ?? 0), "storage_size": .int(bytes),
            "repository_size": .int(bytes),
        ]
        for key in [
            "wiki_size", "lfs_objects_size", "job_artifacts_size", "pipeline_artifacts_size",
            "packages_size", "snippets_size", "uploads_size", "container_registry_size",
        ] { object[key] = 0 }
        return object
    }

    /// One project with the caller's own permissions.
    func single(_ project: Project, for caller: Caller) -> JSONValue {
        guard let user = caller.user else { return project.simple }
        func permission(_ member: Member?) -> JSONValue {
            member.map { ["access_level": .int($0.access.rawValue), "notification_level": 3] } ?? .null
        }
        let inherited = ancestors(ofGroup: project.group).compactMap { groupMembers[$0]?[user] }
            .max { $0.access < $1.access }
        var object = project.resource.object
        object["permissions"] = [
            "project_access": permission(projectMembers[project.id]?[user]),
            "group_access": permission(inherited),
        ]
        return object
    }
}
