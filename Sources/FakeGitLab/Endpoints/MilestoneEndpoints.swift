import WireFormat

/// Milestones of projects and groups, and what lies in them.
///
/// <https://docs.gitlab.com/api/milestones/>, <https://docs.gitlab.com/api/group_milestones/>
enum MilestoneEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/milestones") { (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            let rows =
                includesAncestors(call)
                ? world.milestones(in: project.id) : world.milestones.rows(in: project.id)
            return try list(rows, &world, call)
        },
        Route("projects/:id/milestones/:milestone_id", kind: "milestones") {
            (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            return Answer(try one(below: project.id, world, call).resource.object)
        },
        Route("projects/:id/milestones/:milestone_id/issues") { (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            let milestone = try one(below: project.id, world, call)
            return try issues(in: milestone, of: [project], &world, call)
        },
        Route("projects/:id/milestones/:milestone_id/merge_requests") { (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            let milestone = try one(below: project.id, world, call)
            return try mergeRequests(in: milestone, of: [project], &world, call)
        },
        Route("groups/:id/milestones") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            var rows = world.milestones.rows(in: -group.id)
            if includesAncestors(call) {
                let above = world.ancestors(ofGroup: group.id).dropFirst()
                rows += above.flatMap { world.milestones.rows(in: -$0) }
            }
            if call.request.flag("include_descendants") {
                rows += world.descendants(ofGroup: group.id).dropFirst().flatMap {
                    world.milestones.rows(in: -$0)
                }
                let projects = world.visibleProjects(below: group, to: call.caller)
                rows += projects.flatMap { world.milestones.rows(in: $0.id) }
            }
            return try list(rows, &world, call)
        },
        Route("groups/:id/milestones/:milestone_id", kind: "milestones") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            return Answer(try one(below: -group.id, world, call).resource.object)
        },
        Route("groups/:id/milestones/:milestone_id/issues") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            let milestone = try one(below: -group.id, world, call)
            let projects = world.visibleProjects(below: group, to: call.caller)
            return try issues(in: milestone, of: projects, &world, call)
        },
        Route("groups/:id/milestones/:milestone_id/merge_requests") { (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            let milestone = try one(below: -group.id, world, call)
            let projects = world.visibleProjects(below: group, to: call.caller)
            return try mergeRequests(in: milestone, of: projects, &world, call)
        },
    ]

    private static func includesAncestors(_ call: Call) -> Bool {
        call.request.flag("include_ancestors") || call.request.flag("include_parent_milestones")
    }

    /// The soonest due first, those without a date last, then by title.
    private static func list(_ rows: [Milestone], _ world: inout World, _ call: Call) throws(Rejection)
        -> Answer
    {
        let state = try call.word("state", among: ["active", "closed", "all"], default: "all")
        let iids = includesAncestors(call) ? [] : try call.integers("iids")
        let title = call.request["title"]
        let search = call.request["search"]?.lowercased()
        let times = try TimeFilter(call)
        let chosen = rows.filter { row in
            if state != "all", row.state != state { return false }
            if !iids.isEmpty, !iids.contains(row.iid) { return false }
            if let title, row.title != title { return false }
            guard times.admits(row) else { return false }
            guard let search else { return true }
            return ["title", "description"].contains {
                row.resource.text($0)?.lowercased().contains(search) == true
            }
        }
        let sorted = chosen.sorted {
            ($0.dueDate ?? "~", $0.title, $0.id) < ($1.dueDate ?? "~", $1.title, $1.id)
        }
        return try call.page(sorted.map(\.id)) { world.milestones.serialized($0) }
    }

    private static func one(below parent: Int, _ world: World, _ call: Call) throws(Rejection) -> Milestone {
        let id = try call.number("milestone_id")
        guard let row = world.milestones[id], row.parent == parent else {
            throw .message(404, "404 Not found")
        }
        return row
    }

    private static func issues(
        in milestone: Milestone, of projects: [Project], _ world: inout World, _ call: Call
    ) throws(Rejection) -> Answer {
        let rows = projects.flatMap { world.visibleIssues(in: $0, to: call.caller) }
        let ids = rows.filter { $0.resource.id(of: "milestone") == milestone.id }.map(\.id)
        return try call.page(ids.sorted(by: >)) { id in
            Self.briefly(world.issues[id]?.resource.object ?? .null).serialized()
        }
    }

    /// An issue as milestones list it: in fewer words than issues' own lists.
    private static func briefly(_ issue: JSONValue) -> JSONValue {
        var result = issue
        for name in [
            "_links", "epic", "epic_iid", "has_tasks", "health_status", "imported", "imported_from",
            "iteration",
            "moved_to_id", "references", "service_desk_reply_to", "severity", "task_status",
        ] { result[name] = nil }
        return result
    }

    private static func mergeRequests(
        in milestone: Milestone, of projects: [Project], _ world: inout World, _ call: Call
    ) throws(Rejection) -> Answer {
        let readable = projects.filter { world.allows(call.caller, atLeast: .reporter, in: $0) }
        let rows = readable.flatMap { world.mergeRequests.rows(in: $0.id) }
        let ids = rows.filter { $0.resource.id(of: "milestone") == milestone.id }.map(\.id)
        return try call.page(ids.sorted(by: >)) { world.mergeRequests.serialized($0) }
    }
}
