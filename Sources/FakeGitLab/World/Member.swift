import WireFormat

/// A user's place in a group or project.
struct Member: Sendable {
    let user: Int
    var access: AccessLevel
    let createdAt: Instant

    func object(in world: World) -> JSONValue {
        world.basic(user).merging([
            "access_level": .int(access.rawValue), "expires_at": nil,
            "created_at": .string(createdAt.textInSeconds), "created_by": nil, "membership_state": "active",
        ])
    }
}
