import WireFormat

/// A user's place in a group or project.
struct Member: Sendable {
    let user: Int
    var access: AccessLevel
    let createdAt: Instant
    /// Who added the user; `nil` for founders.
    var createdBy: Int?
    /// The day on which the membership ends.
    var expiresAt: String?

    func isExpired(at now: Instant) -> Bool { expiresAt.map { $0 <= now.day } ?? false }

    func object(in world: World, withSeats: Bool = false) -> JSONValue {
        var object = world.basic(user).merging([
            "access_level": .int(access.rawValue), "expires_at": .text(expiresAt),
            "created_at": .string(createdAt.textInSeconds),
            "created_by": createdBy.map { world.basic($0) } ?? .null, "membership_state": "active",
        ])
        if withSeats, world.tier >= .premium {
            object["is_using_seat"] = .bool(access > .guest || world.tier < .ultimate)
        }
        return object
    }
}
