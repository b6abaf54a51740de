import WireFormat

/// <https://docs.gitlab.com/administration/system_hooks/>
extension World {
    /// Tells the instance's hooks of a user.
    ///
    /// - Parameters:
    ///   - event: `user_create`, `user_destroy`, `user_rename` or `user_failed_login`.
    ///   - extra: what the event has besides.
    mutating func announce(_ event: String, user id: Int, adding extra: JSONValue = [:]) {
        announce { world in
            guard let user = world.users[id] else { return nil }
            let body: JSONValue = [
                "event_name": .string(event), "created_at": .isoMoment(user.resource.createdAt),
                "updated_at": .isoMoment(world.clock), "name": user.resource["name"],
                "email": .string(world.hookEmail(id)), "user_id": .int(id),
                "username": user.resource["username"],
            ]
            return world.announcement(system: body.merging(extra))
        }
    }

    /// Adds or removes an SSH key. The world keeps none: only the instance's hooks hear of it, with the public key.
    public mutating func changeKey(of user: Int, key: String, isRemoved: Bool = false) throws(WorldError) {
        guard users[user] != nil else { throw .missing("user", user) }
        let id = sequences.next(.key)
        announce { world in
            world.announcement(system: [
                "event_name": isRemoved ? "key_destroy" : "key_create",
                "created_at": .hookMoment(world.clock), "updated_at": .isoMoment(world.clock),
                "username": .string(world.username(user)), "key": .string(key), "id": .int(id),
            ])
        }
    }

    /// Lets somebody who is kept out try to sign in, of which the instance's hooks hear.
    public mutating func failLogin(of user: Int) throws(WorldError) {
        guard users[user] != nil else { throw .missing("user", user) }
        guard isBlocked(user) else { throw WorldError("user \(user) is not blocked") }
        announce("user_failed_login", user: user, adding: ["state": "blocked"])
    }
}
