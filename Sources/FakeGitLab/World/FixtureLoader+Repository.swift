import WireFormat

extension FixtureLoader {
    /// `_project` says whose it is, `commit.id` what it marks; without a `message` it is a lightweight one.
    static func tag(_ object: JSONValue, _ world: inout World) throws {
        let project = try number(object, "_project")
        let name = try text(object, "name")
        let sha = try text(object["commit"] ?? [:], "id")
        world.repositories[project]?.tags[name] = Tag(
            name: name, sha: sha, message: object["message"]?.stringValue,
            now: object.instant("created_at") ?? world.clock)
    }

    /// `_project` says whose it is, `tag_name` of which tag.
    static func release(_ object: JSONValue, _ world: inout World) throws {
        let home = try world.project(try number(object, "_project"))
        let name = try text(object, "tag_name")
        guard let sha = world.repositories[home.id]?.tags[name]?.sha else {
            throw WorldError("there is no tag \(name) to release")
        }
        let created = object.instant("created_at") ?? world.clock
        let defaults = Release(
            id: world.sequences.next(.release), project: home, tag: name, sha: sha, name: nil,
            description: nil, author: world.basic(World.ghost),
            releasedAt: object.instant("released_at") ?? created, now: created)
        world.releases.insert(Release(resource: resource(defaults.resource, over: object, world)))
    }

    /// `pipeline.id` says which one it is of, `user` is a username; `_retried` that it was tried again since,
    /// `_downstream` which pipeline it started: that makes it a bridge.
    static func job(_ object: JSONValue, _ world: inout World) throws {
        let id = try number(object, "id")
        let pipeline = try number(object["pipeline"] ?? [:], "id")
        guard let row = world.pipelines[pipeline] else { throw WorldError.missing("pipeline", pipeline) }
        var plan = Job.Plan(name: try text(object, "name"), stage: try text(object, "stage"))
        plan.isAllowedToFail = object["allow_failure"]?.boolValue ?? false
        plan.isBridge = object["_downstream"] != nil
        let name = object["user"]?.stringValue
        var job = Job(
            id: id, project: row.parent, pipeline: pipeline, plan: plan,
            user: world.users.ids.first { world.username($0) == name } ?? World.ghost,
            createdAt: object.instant("created_at") ?? row.resource.createdAt,
            status: try text(object, "status"))
        job.startedAt = object.instant("started_at")
        job.finishedAt = object.instant("finished_at")
        job.queuedSeconds = object["queued_duration"]?.doubleValue
        job.failureReason = object["failure_reason"]?.stringValue
        job.isRetried = object["_retried"]?.boolValue ?? false
        job.downstream = object["_downstream"]?.intValue
        world.jobs.insert(job)
        world.sequences.skip(.job, to: id)
    }

    static func labelEvent(_ object: JSONValue, _ world: inout World) throws {
        let event = try resourceEvent(object, world)
        world.labelEvents.insert(LabelEvent(resource: event))
        world.sequences.skip(.labelEvent, to: event.id)
    }

    static func milestoneEvent(_ object: JSONValue, _ world: inout World) throws {
        let event = try resourceEvent(object, world)
        world.milestoneEvents.insert(MilestoneEvent(resource: event))
        world.sequences.skip(.milestoneEvent, to: event.id)
    }

    /// `resource_type` decides what `resource_id` names.
    private static func resourceEvent(_ object: JSONValue, _ world: World) throws -> Resource {
        let id = try number(object, "id")
        let owner = try number(object, "resource_id")
        let isIssue = object["resource_type"]?.stringValue == "Issue"
        let defaults = Resource(
            id: id, parent: isIssue ? -owner : owner, createdAt: world.clock,
            object: [
                "id": .int(id), "user": nil, "created_at": .moment(world.clock),
                "resource_type": "MergeRequest", "resource_id": .int(owner), "action": "add",
            ])
        return resource(defaults, over: object, world)
    }
}
