import WireFormat

extension FixtureLoader {
    /// `project_id` says whose it is; `stats` counts its lines. Parents come before children.
    static func commit(_ object: JSONValue, _ world: inout World) throws {
        let project = try number(object, "project_id")
        let sha = try text(object, "id")
        let person = Commit.Signature(
            name: object["author_name"]?.stringValue ?? "", email: object["author_email"]?.stringValue ?? "",
            offsetMinutes: 0)
        let committed = object.instant("committed_date") ?? object.instant("authored_date") ?? world.clock
        let made = Commit(
            sha: sha, parents: object["parent_ids"]?.arrayValue?.compactMap(\.stringValue) ?? [],
            message: object["message"]?.stringValue ?? object["title"]?.stringValue ?? "", author: person,
            authoredAt: object.instant("authored_date") ?? committed, committer: person,
            committedAt: committed,
            additions: 0, deletions: 0, webURL: world.projects[project]?.webURL ?? "")
        var served = made.object.merging(object)
        served["stats"] = nil
        served["project_id"] = nil
        served["created_at"] = served["committed_date"]
        world.repositories[project]?.insert(
            Commit(
                object: served, additions: object["stats"]?["additions"]?.intValue ?? 0,
                deletions: object["stats"]?["deletions"]?.intValue ?? 0))
    }

    /// `project_id`, `name`, and `sha`, the commit at the tip.
    static func branch(_ object: JSONValue, _ world: inout World) throws {
        let project = try number(object, "project_id")
        let name = try text(object, "name")
        world.repositories[project]?.move(
            name, to: try text(object, "sha"), isDefault: name == world.projects[project]?.defaultBranch)
    }

    /// `_commits` holds SHAs, oldest first, `_pipelines` ids, `_details` fields of the single answer only.
    static func mergeRequest(_ object: JSONValue, _ world: inout World) throws {
        let home = try world.project(try number(object, "project_id"))
        let id = try number(object, "id")
        let iid = try number(object, "iid")
        let commits = object["_commits"]?.arrayValue?.compactMap(\.stringValue) ?? []
        var row = MergeRequest(
            id: id, iid: iid, project: home, sourceProject: home.id, author: World.ghost,
            authorObject: world.basic(World.ghost), title: object["title"]?.stringValue ?? "",
            description: nil,
            sourceBranch: "feature-\(iid)", commits: commits, labels: [], isSquash: false,
            now: object.instant("created_at") ?? world.clock)
        row = MergeRequest(
            resource: resource(row.resource, over: object, world), author: World.ghost, commits: commits)
        row = MergeRequest(
            resource: row.resource, author: row.resource.id(of: "author") ?? World.ghost, commits: commits)
        row.mergedAt = object.instant("merged_at")
        row.pipelines = object["_pipelines"]?.arrayValue?.compactMap(\.intValue) ?? []
        row.details = object["_details"] ?? [:]
        row.reviews =
            row.resource["reviewers"].arrayValue?.compactMap { $0["id"]?.intValue }.map {
                .init(user: $0, createdAt: row.resource.createdAt, updatedAt: row.resource.createdAt)
            } ?? []
        world.mergeRequests.insert(row)
        world.defineLabels(world.labelNames(of: .mergeRequest(id)), in: home.id)
        world.recordVersion(of: id, at: row.resource.createdAt)
        world.sequences.skip(.mergeRequest, to: id)
        world.sequences.skip(.mergeRequest, to: iid, in: home.id)
    }

    /// `merge_request_id`, `user_id`, `approved_at`.
    static func approval(_ object: JSONValue, _ world: inout World) throws {
        let id = try number(object, "merge_request_id")
        let user = try number(object, "user_id")
        let moment = object.instant("approved_at") ?? world.clock
        world.mergeRequests[id]?.approvals.append(.init(user: user, at: moment))
        for index in world.mergeRequests[id]?.reviews.indices ?? 0..<0
        where world.mergeRequests[id]?.reviews[index].user == user {
            world.mergeRequests[id]?.reviews[index].state = "approved"
            world.mergeRequests[id]?.reviews[index].updatedAt = moment
        }
    }

    /// `noteable_type` decides what `noteable_id` names; `_discussion` is the note that began the thread,
    /// `_action` what a system note tells.
    static func note(_ object: JSONValue, _ world: inout World) throws {
        let id = try number(object, "id")
        let noteable = try number(object, "noteable_id")
        let created = object.instant("created_at") ?? world.clock
        func made(_ row: some Stored, _ type: String) -> Note {
            let defaults = Note(
                id: id, body: "", author: world.basic(World.ghost),
                isSystem: object["system"]?.boolValue ?? false, type: object["type"]?.stringValue,
                noteable: row,
                noteableType: type, project: row.parent, isInternal: false, now: created)
            return Note(
                resource: resource(defaults.resource, over: object, world),
                discussion: object["_discussion"]?.intValue.map { SHA1.hex("discussion \($0)") },
                action: object["_action"]?.stringValue)
        }
        if object["noteable_type"]?.stringValue == "Issue" {
            guard let row = world.issues[noteable] else { throw WorldError.missing("issue", noteable) }
            world.issueNotes.insert(made(row, "Issue"))
        } else {
            guard let row = world.mergeRequests[noteable] else {
                throw WorldError.missing("merge request", noteable)
            }
            world.mergeRequestNotes.insert(made(row, "MergeRequest"))
        }
        world.sequences.skip(.note, to: id)
    }

    static func issue(_ object: JSONValue, _ world: inout World) throws {
        let home = try world.project(try number(object, "project_id"))
        let id = try number(object, "id")
        let iid = try number(object, "iid")
        let defaults = Issue(
            id: id, iid: iid, project: home, author: world.basic(World.ghost),
            title: object["title"]?.stringValue ?? "", description: nil,
            type: object["issue_type"]?.stringValue ?? "issue", labels: [], severity: "UNKNOWN",
            host: world.externalURL, now: object.instant("created_at") ?? world.clock)
        world.issues.insert(Issue(resource: resource(defaults.resource, over: object, world)))
        world.defineLabels(world.labelNames(of: .issue(id)), in: home.id)
        world.sequences.skip(.issue, to: id)
        world.sequences.skip(.issue, to: iid, in: home.id)
    }
}
