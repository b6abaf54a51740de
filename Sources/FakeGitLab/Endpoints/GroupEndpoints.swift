import WireFormat

/// Groups and what lies below them.
///
/// <https://docs.gitlab.com/api/groups/>
enum GroupEndpoints {
    static let routes: [Route] = [
        Route("groups") { (world, call) throws(Rejection) in
            let topLevel = call.request.flag("top_level_only")
            return try list(
                world.groups.ids.filter { !topLevel || world.groups[$0]?.parentGroup == nil }, &world, call)
        },
        Route("groups/:id") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            var object = group.resource.object.merging([
                "prevent_sharing_groups_outside_hierarchy": false, "shared_with_groups": [],
            ])
            if call.request["with_projects"] != "false" {
                let projects = world.projects.rows(in: group.id).filter { world.canSee($0, call.caller) }
                object["projects"] = .array(projects.prefix(100).map(\.resource.object))
                object["shared_projects"] = []
            }
            return Answer(object)
        },
        Route("groups/:id/subgroups") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            return try list(world.groups.ids(in: group.id), &world, call)
        },
        Route("groups/:id/descendant_groups") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            return try list(Array(world.descendants(ofGroup: group.id).dropFirst()), &world, call)
        },
        Route("groups/:id/projects") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            let groups =
                call.request.flag("include_subgroups") ? world.descendants(ofGroup: group.id) : [group.id]
            return try ProjectEndpoints.list(groups.flatMap { world.projects.ids(in: $0) }, &world, call)
        },
    ]

    private static func list(_ ids: [Int], _ world: inout World, _ call: Call) throws(Rejection) -> Answer {
        let order = try Order(call, keys: ["name", "path", "id", "similarity"], sort: "asc")
        let least = try call.integer("min_access_level").map { AccessLevel(rawValue: $0) }
        let role = call.request.flag("owned") ? .owner : least
        let search = call.request["search"]?.lowercased()
        let skipped = call.request.list("skip_groups").compactMap { Int($0) }
        let rows = ids.compactMap { world.groups[$0] }.filter { group in
            guard world.canSee(group, call.caller), !skipped.contains(group.id) else { return false }
            let access = call.caller.user.map { world.access(of: $0, toGroup: group.id) } ?? .none
            if let role, access < role { return false }
            if call.request["all_available"] == "false", access < .guest { return false }
            if let visibility = call.request["visibility"], group.visibility != visibility { return false }
            let isArchived = group.resource["archived"].boolValue ?? false
            if let archived = call.request.boolean("archived"), isArchived != archived { return false }
            if let active = call.request.boolean("active"), isArchived == active { return false }
            guard let search else { return true }
            return ["name", "path"].contains {
                group.resource.text($0)?.lowercased().contains(search) == true
            }
        }
        return try call.page(order.ids(rows) { $0.key(order.key) }) { world.groups.serialized($0) }
    }
}
