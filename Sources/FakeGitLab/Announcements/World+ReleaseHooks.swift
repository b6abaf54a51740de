import WireFormat

/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#release-events>
extension World {
    /// Tells that a release was made, changed or, before it is gone, deleted.
    mutating func announce(_ action: String, release id: Int) {
        announce { $0.releaseAnnouncement(id, action) }
    }

    func releaseAnnouncement(_ id: Int, _ action: String) -> Announcement? {
        guard let row = releases[id] else { return nil }
        return announcement(
            "Release Hook", "releases_events", in: row.parent,
            [
                "id": .int(id), "created_at": .hookMoment(row.resource.createdAt),
                "description": row.resource["description"], "name": row.resource["name"],
                "released_at": .hookMoment(row.releasedAt), "tag": .string(row.tag),
                "object_kind": "release", "project": hookProject(row.parent),
                "url": row.resource["_links"]["self"] ?? "", "action": .string(action),
                "assets": row.resource["assets"].only(["count", "links", "sources"]),
                "commit": hookCommit(repositories[row.parent]?.tags[row.tag]?.sha, in: row.parent),
            ])
    }
}
