import WireFormat

extension FixtureLoader {
    /// `_project` or `_group` is the id of whose it is. Names that issues and merge requests carry need no entry.
    static func label(_ object: JSONValue, _ world: inout World) throws {
        let id = try number(object, "id")
        let defaults = Label(
            id: id, parent: try owner(object, "_project", "_group"), name: try text(object, "name"),
            color: object["color"]?.stringValue ?? "#6699cc", description: nil, priority: nil,
            now: world.clock)
        world.labels.insert(Label(resource: resource(defaults.resource, over: object, world)))
        world.sequences.skip(.label, to: id)
    }

    /// `project_id` or `group_id` says whose it is.
    static func milestone(_ object: JSONValue, _ world: inout World) throws {
        let id = try number(object, "id")
        let iid = try number(object, "iid")
        let parent = try owner(object, "project_id", "group_id")
        let home =
            parent > 0 ? world.projects[parent]?.webURL : world.groups[-parent]?.resource.text("web_url")
        let defaults = Milestone(
            id: id, iid: iid, parent: parent, home: home ?? world.externalURL,
            title: try text(object, "title"), description: nil,
            startDate: object["start_date"]?.stringValue, dueDate: object["due_date"]?.stringValue,
            now: object.instant("created_at") ?? world.clock)
        world.milestones.insert(Milestone(resource: resource(defaults.resource, over: object, world)))
        world.sequences.skip(.milestone, to: id)
        world.sequences.skip(.milestone, to: iid, in: parent)
    }

    /// `user_id`, `time_spent` in seconds, `spent_at`, `summary`, and `issue_id` or `merge_request_id`.
    static func timelog(_ object: JSONValue, _ world: inout World) throws {
        let id = try number(object, "id")
        let noteable: Noteable =
            if let issue = object["issue_id"]?.intValue { .issue(issue) } else {
                .mergeRequest(try number(object, "merge_request_id"))
            }
        guard let project = world.resource(of: noteable)?.parent else {
            throw WorldError.missing("merge request or issue of time log", id)
        }
        let spentAt = object.instant("spent_at") ?? world.clock
        world.timelogs.insert(
            Timelog(
                id: id, noteable: noteable, project: project, user: try number(object, "user_id"),
                spentAt: spentAt, seconds: try number(object, "time_spent"),
                summary: object["summary"]?.stringValue, now: object.instant("created_at") ?? spentAt))
        world.sequences.skip(.timelog, to: id)
        world.sumTime(of: noteable)
    }

    private static func owner(_ object: JSONValue, _ project: String, _ group: String) throws -> Int {
        if let group = object[group]?.intValue { return -group }
        return try number(object, project)
    }
}
