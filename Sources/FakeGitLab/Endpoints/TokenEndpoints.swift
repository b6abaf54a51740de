import WireFormat

/// Access tokens of users, projects and groups, and what replaces them.
///
/// <https://docs.gitlab.com/api/personal_access_tokens/> · <https://docs.gitlab.com/api/project_access_tokens/> ·
/// <https://docs.gitlab.com/api/group_access_tokens/>
enum TokenEndpoints {
    static let routes: [Route] = [
        Route("personal_access_tokens/self", scopes: [], since: "15.5") { (world, call) throws(Rejection) in
            let value = try own(world, call)
            return Answer(world.tokens[value]?.object(now: world.clock) ?? .null)
        },
        Route("personal_access_tokens/self", method: "DELETE", scopes: [], since: "15.4") {
            (world, call) throws(Rejection) in
            world.revokeToken(try own(world, call))
            return Answer(status: 204, bytes: [])
        },
        Route(
            "personal_access_tokens/:token_id/rotate", method: "POST", scopes: ["api", "self_rotate"],
            since: "16.0"
        ) { (world, call) throws(Rejection) in
            if call.path("token_id") == "self" {
                guard world.version >= "16.10" else { throw .noSuchRoute }
                guard let value = call.caller.token else { throw .unauthorized }
                guard world.tokens[value]?.grant == nil else {
                    throw .message(405, "405 Method Not Allowed")
                }
                return try rotate(value, &world, call)
            }
            try world.check(call.caller, has: ["api"])
            let id = try call.number("token_id")
            guard let found = world.tokens.first(where: { $0.value.id == id && $0.value.home == nil }),
                call.caller.isAdministrator || found.value.user == call.caller.user
            else { throw call.caller.isAdministrator ? .message(404, "404 Not Found") : .unauthorized }
            return try rotate(found.key, &world, call)
        },
        Route("projects/:id/access_tokens") { (world, call) throws(Rejection) in
            try list(world, call, of: .project(try maintained(world, call)))
        },
        Route("groups/:id/access_tokens") { (world, call) throws(Rejection) in
            try list(world, call, of: .group(try owned(world, call)))
        },
        Route("projects/:id/access_tokens/:token_id/rotate", method: "POST", since: "16.0") {
            (world, call) throws(Rejection) in
            let home = Token.Home.project(try maintained(world, call))
            return try rotate(try value(of: call, in: home, world), &world, call)
        },
        Route("groups/:id/access_tokens/:token_id/rotate", method: "POST", since: "16.0") {
            (world, call) throws(Rejection) in
            let home = Token.Home.group(try owned(world, call))
            return try rotate(try value(of: call, in: home, world), &world, call)
        },
    ]

    /// The token the caller sent, if it is one of a person or a bot.
    private static func own(_ world: World, _ call: Call) throws(Rejection) -> String {
        guard let value = call.caller.token, let token = world.tokens[value] else { throw .unauthorized }
        guard token.grant == nil else {
            throw .message(
                400,
                "400 Bad request - This endpoint requires token type to be a personal access token")
        }
        return value
    }

    private static func maintained(_ world: World, _ call: Call) throws(Rejection) -> Int {
        let project = try world.project(of: call)
        guard world.role(of: call.caller, in: project) >= .maintainer else { throw .forbidden }
        return project.id
    }

    private static func owned(_ world: World, _ call: Call) throws(Rejection) -> Int {
        let group = try world.group(of: call)
        let role = call.caller.user.map { world.access(of: $0, toGroup: group.id) } ?? AccessLevel.none
        guard role >= .owner || call.caller.isAdministrator else { throw .forbidden }
        return group.id
    }

    private static func value(of call: Call, in home: Token.Home, _ world: World) throws(Rejection) -> String
    {
        let id = try call.number("token_id")
        guard
            let value = world.tokens.first(where: {
                $0.value.id == id && $0.value.home == home && $0.value.kind == .access
            })?.key
        else {
            throw .message(404, "404 Not Found")
        }
        return value
    }

    private static func list(_ world: World, _ call: Call, of home: Token.Home) throws(Rejection) -> Answer {
        let rows = world.tokens.values.filter { $0.home == home && $0.kind == .access }.sorted {
            $0.id < $1.id
        }
        return try call.page(rows) { world.object($0).serialized() }
    }

    private static func rotate(_ value: String, _ world: inout World, _ call: Call) throws(Rejection)
        -> Answer
    {
        let day = call.fields["expires_at"]?.stringValue
        if let day {
            guard Instant(text: day) != nil else { throw .type(of: "expires_at") }
            guard day > world.clock.day, day <= (world.clock + 400 * 86_400).day else {
                throw .message(400, "400 Bad request - Expiration date is invalid")
            }
        }
        if let old = world.tokens[value], old.isRevoked {
            world.revokeFamily(of: old)
            throw .message(400, "400 Bad request - Token already revoked")
        }
        guard let fresh = world.rotateToken(value, expiresAt: day), let token = world.tokens[fresh] else {
            throw .message(400, "400 Bad request")
        }
        return Answer(world.object(token).merging(["token": .string(fresh)]))
    }
}

extension World {
    /// A token as lists show it; those of projects and groups with their role.
    fileprivate func object(_ token: Token) -> JSONValue {
        var object = token.object(now: clock)
        object["granular"] = nil
        switch token.home {
        case nil: return object
        case .project(let id):
            object["access_level"] = .number(projectMembers[id]?[token.user]?.access.rawValue)
            object["resource_type"] = "project"
            object["resource_id"] = .int(id)
        case .group(let id):
            object["access_level"] = .number(groupMembers[id]?[token.user]?.access.rawValue)
            object["resource_type"] = "group"
            object["resource_id"] = .int(id)
        }
        return object
    }
}
