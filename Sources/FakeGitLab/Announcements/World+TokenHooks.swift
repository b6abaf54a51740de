import Foundation
import WireFormat

/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#project-and-group-access-token-events>
extension World {
    /// Tells that an access token of a project or group ends soon, as GitLab does seven days before.
    ///
    /// - Parameter value: what the token is sent as; nothing of it is told.
    public mutating func warnOfExpiry(ofToken value: String) throws(WorldError) {
        guard let token = tokens[value], let home = token.home else {
            throw WorldError("that is no token of a project or a group")
        }
        announce { world in
            guard world.version >= "16.10" else { return nil }
            return world.expiry(
                "access",
                [
                    "user_id": .int(token.user), "created_at": .hookMoment(token.createdAt),
                    "id": .int(token.id), "name": .string(token.name), "expires_at": .text(token.expiresAt),
                    "last_used_at": .hookMoment(token.lastUsedAt),
                ], home)
        }
    }

    /// Tells that a deploy token of a project ends in a week. The world keeps no deploy tokens: only hooks hear of it.
    public mutating func warnOfExpiry(ofDeployToken name: String, inProject project: Int) throws(WorldError) {
        _ = try self.project(project)
        let id = sequences.next(.deployToken)
        announce { world in
            guard world.version >= "18.4" else { return nil }
            return world.expiry(
                "deploy",
                [
                    "id": .int(id), "name": .string(name),
                    "expires_at": .hookMoment(world.clock + 7 * 86_400),
                    "created_at": .hookMoment(world.clock + -86_400), "revoked": false,
                    "deploy_token_type": "project_type",
                ], .project(project))
        }
    }

    private func expiry(_ kind: String, _ attributes: JSONValue, _ home: Token.Home)
        -> Announcement
    {
        var body: JSONValue = [
            "object_kind": .string("\(kind)_token"), "object_attributes": attributes,
            "event_name": .string("expiring_\(kind)_token"),
        ]
        let header = "Resource \(kind.capitalized) Token Hook"
        let trigger = "resource_\(kind)_token_events"
        switch home {
        case .project(let id):
            body["project"] = hookProject(id)
            return announcement(header, trigger, in: id, body)
        case .group(let id):
            let group = groups[id]
            body["group"] = [
                "group_name": group?.resource["name"] ?? .null,
                "group_path": group?.resource["path"] ?? .null, "group_id": .int(id),
                "full_path": .string(group?.fullPath ?? ""),
            ]
            return Announcement(trigger: trigger, header: header, group: id, body: body, at: clock)
        }
    }
}
