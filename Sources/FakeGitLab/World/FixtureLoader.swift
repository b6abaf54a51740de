import WireFormat

/// Reads a fixture's objects into a world, kind by kind in the order in which they refer to each other.
struct FixtureLoader: Sendable {
    let file: String
    let load: @Sendable (JSONValue, inout World) throws -> Void

    static let order: [FixtureLoader] = [
        FixtureLoader(file: "users", load: user), FixtureLoader(file: "groups", load: group),
        FixtureLoader(file: "projects", load: project), FixtureLoader(file: "members", load: member),
        FixtureLoader(file: "labels", load: label), FixtureLoader(file: "milestones", load: milestone),
        FixtureLoader(file: "tokens", load: token), FixtureLoader(file: "commits", load: commit),
        FixtureLoader(file: "branches", load: branch),
        FixtureLoader(file: "merge_requests", load: mergeRequest), FixtureLoader(file: "issues", load: issue),
        FixtureLoader(file: "timelogs", load: timelog),
        FixtureLoader(file: "approvals", load: approval), FixtureLoader(file: "notes", load: note),
        FixtureLoader(file: "pipelines", load: pipeline),
        FixtureLoader(file: "environments", load: environment),
        FixtureLoader(file: "deployments", load: deployment), FixtureLoader(file: "jobs", load: job),
        FixtureLoader(file: "tags", load: tag), FixtureLoader(file: "releases", load: release),
        FixtureLoader(file: "label_events", load: labelEvent),
        FixtureLoader(file: "milestone_events", load: milestoneEvent),
        FixtureLoader(file: "state_events", load: stateEvent), FixtureLoader(file: "events", load: event),
    ]

    /// The number under a key that must be there.
    static func number(_ object: JSONValue, _ key: String) throws -> Int {
        guard let number = object[key]?.intValue else {
            throw WorldError("\(key) is missing in a fixture's object")
        }
        return number
    }

    static func text(_ object: JSONValue, _ key: String) throws -> String {
        guard let text = object[key]?.stringValue else {
            throw WorldError("\(key) is missing in a fixture's object")
        }
        return text
    }

    /// The defaults with the fixture's fields over them, the hidden ones left out.
    static func resource(_ defaults: Resource, over object: JSONValue, _ world: World) -> Resource {
        var served = defaults.object
        for member in object.objectValue?.members ?? [] where !member.key.hasPrefix("_") {
            served[member.key] = expanded(member.key, member.value, world)
        }
        let created = served.instant("created_at") ?? defaults.createdAt
        if object["updated_at"] == nil, served["updated_at"] != nil {
            served["updated_at"] = .moment(created)
        }
        return Resource(
            id: defaults.id, iid: defaults.iid, parent: defaults.parent, createdAt: created,
            updatedAt: served.instant("updated_at"), object: served)
    }

    /// A user may be written as its username where REST shows an object.
    private static func expanded(_ key: String, _ value: JSONValue, _ world: World) -> JSONValue {
        switch key {
        case "author", "user", "merged_by", "merge_user", "closed_by", "assignee", "resolved_by":
            guard let name = value.stringValue else { return value }
            return world.users.ids.first { world.username($0) == name }.map { world.basic($0) } ?? value
        case "assignees", "reviewers":
            return .array((value.arrayValue ?? []).map { expanded("user", $0, world) })
        default: return value
        }
    }
}
