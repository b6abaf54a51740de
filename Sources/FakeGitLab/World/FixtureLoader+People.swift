import WireFormat

extension FixtureLoader {
    /// `_bot` and `_admin` mark bots and administrators.
    static func user(_ object: JSONValue, _ world: inout World) throws {
        let id = try number(object, "id")
        let name = try text(object, "username")
        let defaults = User(
            id: id, username: name, name: name, createdAt: world.clock, host: world.externalURL)
        var user = User(resource: resource(defaults.resource, over: object, world))
        user.isBot = object["_bot"]?.boolValue ?? false
        user.isAdministrator = object["_admin"]?.boolValue ?? false
        world.users.insert(user)
        if id != World.ghost { world.sequences.skip(.user, to: id) }
    }

    static func group(_ object: JSONValue, _ world: inout World) throws {
        let id = try number(object, "id")
        let path = try text(object, "path")
        let group = Group(
            id: id, path: path, name: object["name"]?.stringValue ?? path,
            parent: object["parent_id"]?.intValue.flatMap { world.groups[$0] }, visibility: "private",
            createdAt: world.clock, host: world.externalURL)
        world.groups.insert(Group(resource: resource(group.resource, over: object, world)))
        world.sequences.skip(.namespace, to: id)
    }

    /// `_group` is the id of the group the project lies in.
    static func project(_ object: JSONValue, _ world: inout World) throws {
        let id = try number(object, "id")
        let path = try text(object, "path")
        let place = try number(object, "_group")
        guard let group = world.groups[place] else { throw WorldError.missing("group", place) }
        let defaults = Project(
            id: id, path: path, name: object["name"]?.stringValue ?? path, group: group,
            visibility: "private",
            mergeMethod: .merge, creator: World.ghost, createdAt: world.clock, host: world.externalURL)
        let project = Project(resource: resource(defaults.resource, over: object, world), group: place)
        world.projects.insert(project)
        world.projectPaths[project.path.lowercased()] = id
        world.repositories[id] = Repository(project: id, webURL: project.webURL)
        world.sequences.skip(.project, to: id)
    }

    /// `user_id`, `access_level`, and `project_id` or `group_id`; `expires_at` is a day, `_created_by` an id.
    static func member(_ object: JSONValue, _ world: inout World) throws {
        let user = try number(object, "user_id")
        let access = AccessLevel(rawValue: try number(object, "access_level"))
        let member = Member(
            user: user, access: access, createdAt: object.instant("created_at") ?? world.clock,
            createdBy: object["_created_by"]?.intValue, expiresAt: object["expires_at"]?.stringValue)
        if let group = object["group_id"]?.intValue {
            world.groupMembers[group, default: [:]][user] = member
        } else {
            world.projectMembers[try number(object, "project_id"), default: [:]][user] = member
        }
    }

    /// `_value` is what requests send.
    static func token(_ object: JSONValue, _ world: inout World) throws {
        world.tokens[try text(object, "_value")] = Token(
            id: object["id"]?.intValue ?? world.sequences.next(.token), user: try number(object, "user_id"),
            name: object["name"]?.stringValue ?? "token",
            scopes: object["scopes"]?.arrayValue?.compactMap(\.stringValue) ?? ["read_api"],
            expiresAt: object["expires_at"]?.stringValue, isRevoked: object["revoked"]?.boolValue ?? false,
            createdAt: object.instant("created_at") ?? world.clock)
    }
}
