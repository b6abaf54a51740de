import WireFormat

extension FixtureLoader {
    /// `_started_at`, `_finished_at`, `_duration` in seconds, `_coverage`, `_user` (an id).
    static func pipeline(_ object: JSONValue, _ world: inout World) throws {
        let home = try world.project(try number(object, "project_id"))
        let id = try number(object, "id")
        let iid = object["iid"]?.intValue ?? world.sequences.next(.pipeline, in: home.id)
        let defaults = Pipeline(
            id: id, iid: iid, project: home, ref: home.defaultBranch, sha: world.head(of: home.id) ?? "",
            source: "push", user: World.ghost, now: object.instant("created_at") ?? world.clock)
        var row = Pipeline(resource: resource(defaults.resource, over: object, world))
        row.user = object["_user"]?.intValue
        row.startedAt = object.instant("_started_at")
        row.finishedAt = object.instant("_finished_at")
        let span = row.finishedAt.map { $0 - (row.startedAt ?? $0) } ?? 0
        row.workedSeconds = object["_duration"]?.intValue ?? Int(span)
        row.coverage = object["_coverage"]?.stringValue
        world.pipelines.insert(row)
        world.sequences.skip(.pipeline, to: id)
        world.sequences.skip(.pipeline, to: iid, in: home.id)
    }

    /// `_project` is the id of its project.
    static func environment(_ object: JSONValue, _ world: inout World) throws {
        let id = try number(object, "id")
        let defaults = Environment(
            id: id, project: try number(object, "_project"), name: try text(object, "name"), tier: nil,
            externalURL: nil, now: object.instant("created_at") ?? world.clock)
        world.environments.insert(Environment(resource: resource(defaults.resource, over: object, world)))
        world.sequences.skip(.environment, to: id)
    }

    /// `_environment` is an id, `_finished_at` the true finish, `_merge_requests` the ids it carries, `_user` an
    /// id; `_job: true` makes a `deployable` up from them.
    static func deployment(_ object: JSONValue, _ world: inout World) throws {
        let id = try number(object, "id")
        let place = try number(object, "_environment")
        guard let environment = world.environments[place] else {
            throw WorldError.missing("environment", place)
        }
        let project = try world.project(environment.parent)
        let iid = object["iid"]?.intValue ?? world.sequences.next(.deployment, in: project.id)
        let created = object.instant("created_at") ?? world.clock
        let finished = object.instant("_finished_at")
        let user = object["_user"]?.intValue ?? World.ghost
        let sha = object["sha"]?.stringValue ?? world.head(of: project.id) ?? ""
        var job = JSONValue.null
        if object["_job"]?.boolValue == true {
            var row = Job(
                id: world.sequences.next(.job), project: project.id,
                pipeline: world.pipelines.rows(in: project.id).last { $0.sha == sha }?.id,
                plan: Job.Plan(name: "deploy", stage: "deploy"), user: user, createdAt: created,
                status: object["status"]?.stringValue ?? "success")
            row.startedAt = created
            row.finishedAt = finished
            row.isDeployment = true
            world.jobs.insert(row)
            job = world.object(row)
        }
        let defaults = Resource(
            id: id, iid: iid, parent: project.id, createdAt: created,
            object: [
                "id": .int(id), "iid": .int(iid), "ref": .string(project.defaultBranch), "sha": .string(sha),
                "created_at": .moment(created), "updated_at": .moment(created), "status": "success",
                "user": world.basic(user), "environment": environment.embedded, "deployable": job,
            ])
        var row = Deployment(resource: resource(defaults, over: object, world), environment: place)
        row.finishedAt = finished
        row.mergeRequests = object["_merge_requests"]?.arrayValue?.compactMap(\.intValue) ?? []
        world.deployments.insert(row)
        if row.status == "success" { world.environments[place]?.successes.append(id) }
        world.sequences.skip(.deployment, to: id)
        world.sequences.skip(.deployment, to: iid, in: project.id)
    }

    static func stateEvent(_ object: JSONValue, _ world: inout World) throws {
        let id = try number(object, "id")
        let owner = try number(object, "resource_id")
        let isIssue = object["resource_type"]?.stringValue == "Issue"
        let defaults = Resource(
            id: id, parent: isIssue ? -owner : owner, createdAt: world.clock,
            object: [
                "id": .int(id), "user": nil, "created_at": .moment(world.clock),
                "resource_type": "MergeRequest",
                "resource_id": .int(owner), "source_commit": nil, "source_merge_request_id": nil,
                "state": "closed",
            ])
        world.stateEvents.insert(StateEvent(resource: resource(defaults, over: object, world)))
        world.sequences.skip(.stateEvent, to: id)
    }

    static func event(_ object: JSONValue, _ world: inout World) throws {
        let id = try number(object, "id")
        let defaults = Resource(
            id: id, parent: try number(object, "project_id"), createdAt: world.clock,
            object: [
                "id": .int(id), "title": nil, "project_id": nil, "action_name": "opened", "target_id": nil,
                "target_iid": nil, "target_type": nil, "author_id": nil, "target_title": nil,
                "created_at": .moment(world.clock), "author": nil, "imported": false, "imported_from": "none",
                "author_username": nil,
            ])
        world.events.insert(Event(resource: resource(defaults, over: object, world)))
        world.sequences.skip(.event, to: id)
    }
}
