import WireFormat

/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#feature-flag-events>
extension World {
    /// Switches a feature flag on or off. The world keeps no flags: only hooks hear of it.
    public mutating func switchFeatureFlag(
        _ name: String, isOn: Bool, in project: Int, by user: Int, description: String = ""
    ) throws(WorldError) {
        _ = try self.project(project)
        let id = sequences.next(.featureFlag)
        announce { world in
            world.announcement(
                "Feature Flag Hook", "feature_flag_events", in: project,
                [
                    "object_kind": "feature_flag", "project": world.hookProject(project),
                    "user": world.hookUser(user),
                    "user_url": .string("\(world.externalURL)/\(world.username(user))"),
                    "object_attributes": [
                        "id": .int(id), "name": .string(name), "description": .string(description),
                        "active": .bool(isOn),
                    ],
                ])
        }
    }
}
