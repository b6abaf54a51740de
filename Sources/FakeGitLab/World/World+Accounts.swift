import WireFormat

extension World {
    /// Renames a user. Whatever shows the user shows the new name from now on; the id stays, and so does the text of
    /// notes that name the old one.
    public mutating func renameUser(_ id: Int, to username: String, name: String? = nil) throws(WorldError) {
        guard let user = users[id] else { throw .missing("user", id) }
        users[id]?.resource["username"] = .string(username)
        users[id]?.resource["name"] = name.map { .string($0) } ?? user.resource["name"]
        users[id]?.resource["web_url"] = .string("\(externalURL)/\(username)")
        showUser(id)
        announce("user_rename", user: id, adding: ["old_username": user.resource["username"]])
    }

    /// Keeps a user out: tokens are refused from now on, contributions stay.
    public mutating func blockUser(_ id: Int, isBlocked: Bool = true) throws(WorldError) {
        guard users[id] != nil else { throw .missing("user", id) }
        users[id]?.resource["state"] = isBlocked ? "blocked" : "active"
        showUser(id)
    }

    /// Shows a user's present state in everything that embeds the user. O(world).
    private mutating func showUser(_ id: Int) {
        guard let user = users[id]?.basic else { return }
        func show(_ row: inout some Stored) {
            for key in [
                "author", "user", "assignee", "merged_by", "merge_user", "closed_by", "resolved_by", "commit",
                "deployable", "note", "approved_by", "creator",
            ] {
                guard let value = row.resource.object[key], value.shows(user: id) else { continue }
                row.resource[key] = value.showing(user)
            }
            for key in ["assignees", "reviewers"] {
                guard let list = row.resource.object[key]?.arrayValue,
                    list.contains(where: { $0.shows(user: id) })
                else { continue }
                row.resource[key] = .array(list.map { $0.showing(user) })
            }
            if row.resource.object["author_id"]?.intValue == id,
                row.resource.object["author_username"] != nil
            {
                row.resource["author_username"] = user["username"] ?? .null
            }
        }
        mergeRequests.updateAll { show(&$0) }
        mergeRequestNotes.updateAll { show(&$0) }
        issues.updateAll { show(&$0) }
        issueNotes.updateAll { show(&$0) }
        stateEvents.updateAll { show(&$0) }
        labelEvents.updateAll { show(&$0) }
        milestoneEvents.updateAll { show(&$0) }
        deployments.updateAll { show(&$0) }
        releases.updateAll { show(&$0) }
        events.updateAll { show(&$0) }
    }
}

extension JSONValue {
    /// Whether this is that user in short, or holds it, at most a few levels down.
    fileprivate func shows(user id: Int) -> Bool {
        guard let members = objectValue?.members else { return false }
        if self["username"] != nil { return self["id"]?.intValue == id }
        return members.contains { $0.value.objectValue != nil && $0.value.shows(user: id) }
    }

    /// The same with the user's present form wherever the user is shown.
    fileprivate func showing(_ user: JSONValue) -> JSONValue {
        guard let members = objectValue?.members else { return self }
        if self["username"] != nil { return self["id"] == user["id"] ? merging(user) : self }
        var result = self
        for member in members where member.value.objectValue != nil {
            result[member.key] = member.value.showing(user)
        }
        return result
    }
}
