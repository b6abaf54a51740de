import WireFormat

/// A pipeline: what lists show of it, and what its own answer adds.
struct Pipeline: Stored {
    var resource: Resource
    var user: Int?
    /// Whether its ref is a tag.
    var isTag = false
    /// The job that started it from within another pipeline.
    var bridge: Int?
    /// What it was started with, values and all: what clients of metrics must not keep.
    var variables: [String: String] = [:]
    var startedAt: Instant?
    var finishedAt: Instant?
    /// Seconds of work before a retry, which `duration` goes on adding up.
    var workedSeconds = 0
    /// A decimal such as `98.29`.
    var coverage: String?
    /// Fields only a fixture's single answer holds; they win over what is computed.
    var details: JSONValue = [:]

    var status: String { resource.text("status") ?? "pending" }
    var sha: String { resource.text("sha") ?? "" }
    var ref: String { resource.text("ref") ?? "" }
    var isFinished: Bool { finishedAt != nil }

    /// The seven fields and more that other objects embed: a list's fields without `name`.
    var basic: JSONValue {
        var object = resource.object
        object["name"] = nil
        return object
    }

    init(
        id: Int, iid: Int, project: Project, ref: String, sha: String, source: String, user: Int, now: Instant
    ) {
        resource = Resource(
            id: id, iid: iid, parent: project.id, createdAt: now,
            object: [
                "id": .int(id), "iid": .int(iid), "project_id": .int(project.id), "sha": .string(sha),
                "ref": .string(ref), "status": "pending", "source": .string(source),
                "created_at": .moment(now),
                "updated_at": .moment(now), "web_url": .string("\(project.webURL)/-/pipelines/\(id)"),
                "name": nil,
            ])
        self.user = user
    }

    init(resource: Resource) { self.resource = resource }
}
