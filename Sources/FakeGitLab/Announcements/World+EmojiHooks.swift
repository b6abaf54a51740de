import WireFormat

/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#emoji-events>
extension World {
    /// Reacts to a merge request. Only hooks hear of it: no vote is counted.
    public mutating func awardEmoji(
        _ name: String, onMergeRequest iid: Int, in project: Int, by user: Int, isRevoked: Bool = false
    ) throws(WorldError) {
        let id = try mergeRequestID(iid, in: project)
        announceEmoji(name, "MergeRequest", id, in: project, by: user, isRevoked: isRevoked) { world in
            world.mergeRequests[id].map { ["merge_request": world.hookAttributes(of: $0)] } ?? [:]
        }
    }

    /// Reacts to an issue. Only hooks hear of it: no vote is counted.
    public mutating func awardEmoji(
        _ name: String, onIssue iid: Int, in project: Int, by user: Int, isRevoked: Bool = false
    ) throws(WorldError) {
        let id = try issueID(iid, in: project)
        announceEmoji(name, "Issue", id, in: project, by: user, isRevoked: isRevoked) { world in
            world.issues[id].map { ["issue": world.hookAttributes(of: $0)] } ?? [:]
        }
    }

    /// Reacts to a comment. Only hooks hear of it.
    public mutating func awardEmoji(_ name: String, onNote id: Int, by user: Int, isRevoked: Bool = false)
        throws(WorldError)
    {
        guard let note = note(id), !note.isSystem else { throw .missing("comment", id) }
        announceEmoji(name, "Note", id, in: note.project, by: user, isRevoked: isRevoked) { world in
            let heard = world.noteAnnouncement(id, "create", by: user)?.body
            var note = heard?["object_attributes"] ?? .null
            note["action"] = nil
            return (heard?.only(["merge_request", "issue"]) ?? [:]).merging(["note": note])
        }
    }

    private mutating func announceEmoji(
        _ name: String, _ type: String, _ id: Int, in project: Int, by user: Int, isRevoked: Bool,
        on awardable: (World) -> JSONValue
    ) {
        let award = sequences.next(.emoji)
        let action: JSONValue = isRevoked ? "revoke" : "award"
        announce { world in
            guard world.version >= "16.2" else { return nil }
            let awardable = awardable(world)
            let page = ["note", "merge_request", "issue"].compactMap { awardable[$0]?["url"] }.first
            let body: JSONValue = [
                "object_kind": "emoji", "event_type": action, "user": world.hookUser(user),
                "project_id": .int(project), "project": world.hookProject(project),
                "object_attributes": [
                    "user_id": .int(user), "created_at": .hookMoment(world.clock), "id": .int(award),
                    "name": .string(name), "awardable_type": .string(type), "awardable_id": .int(id),
                    "updated_at": .hookMoment(world.clock), "action": action,
                    "awarded_on_url": page ?? "",
                ],
            ]
            return world.announcement("Emoji Hook", "emoji_events", in: project, body.merging(awardable))
        }
    }
}
