import WireFormat

/// The activity feeds of projects and users.
///
/// <https://docs.gitlab.com/api/events/>
enum EventEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/events") { (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            return try page(world.visibleEvents(in: project, to: call.caller), &world, call)
        },
        Route("users/:user_id/events", scopes: scopes) { (world, call) throws(Rejection) in
            let reference = call.path("user_id")
            let user = world.users.ids.first { String($0) == reference || world.username($0) == reference }
            guard let user else { throw .notFound("User") }
            return try page(world.visibleEvents(to: call.caller, by: user), &world, call)
        },
        Route("events", scopes: scopes) { (world, call) throws(Rejection) in
            guard let user = call.caller.user else { throw .unauthorized }
            let author = call.request["scope"] == "all" ? nil : user
            return try page(world.visibleEvents(to: call.caller, by: author), &world, call)
        },
    ]

    private static let scopes = ["api", "read_api", "read_user"]

    private static func page(_ rows: [Event], _ world: inout World, _ call: Call) throws(Rejection) -> Answer
    {
        let filter = try EventFilter(call)
        let isAscending = try call.isAscending(default: "desc")
        let ids = rows.filter { filter.admits($0) }.map(\.id)
        return try call.page(isAscending ? ids : ids.reversed()) { world.events.serialized($0) }
    }
}

extension World {
    /// The events of a project whose targets the caller may see, oldest first.
    fileprivate func visibleEvents(in project: Project, to caller: Caller) -> [Event] {
        guard canSee(project, caller) else { return [] }
        let readsCode = allows(caller, atLeast: .reporter, in: project)
        return events.rows(in: project.id).filter { event in
            switch event.resource.text("target_type") {
            case "Issue":
                event.resource["target_id"].intValue.flatMap { issues[$0] }
                    .map { canSee($0, in: project, caller) } ?? true
            case "MergeRequest": readsCode
            case nil: readsCode || event.resource["push_data"].isNull
            default: canSee(noteIn: event, in: project, caller, readsCode: readsCode)
            }
        }
    }

    /// Comments are seen by who sees what they hang on, internal ones from Planners on.
    private func canSee(noteIn event: Event, in project: Project, _ caller: Caller, readsCode: Bool) -> Bool {
        let note = event.resource["note"]
        if note["internal"] == true, role(of: caller, in: project) < .planner { return false }
        guard note["noteable_type"] == "Issue" else { return readsCode || note.isNull }
        let issue = note["noteable_id"]?.intValue.flatMap { issues[$0] }
        return issue.map { canSee($0, in: project, caller) } ?? false
    }

    /// The same over all projects, of one author, or, without one, of all projects the caller is a member of.
    fileprivate func visibleEvents(to caller: Caller, by author: Int?) -> [Event] {
        let chosen = projects.ids.compactMap { projects[$0] }.filter { project in
            author != nil || caller.user.map { access(of: $0, toProject: project.id) >= .guest } == true
        }
        let all = chosen.flatMap { visibleEvents(in: $0, to: caller) }
        return all.filter { author == nil || $0.resource["author_id"].intValue == author }
            .sorted { $0.id < $1.id }
    }
}
