import WireFormat

/// A comment or a system note on a merge request or an issue.
struct Note: Stored {
    var resource: Resource

    var isSystem: Bool { resource["system"].boolValue ?? false }

    init(resource: Resource) { self.resource = resource }

    init(
        id: Int, body: String, author: JSONValue, isSystem: Bool, type: String?, noteable: some Stored,
        noteableType: String, project: Int, isInternal: Bool, now: Instant
    ) {
        let isResolvable = type != nil
        var object: JSONValue = [
            "id": .int(id), "type": .text(type), "body": .string(body), "author": author,
            "created_at": .moment(now), "updated_at": .moment(now), "system": .bool(isSystem),
            "noteable_id": .int(noteable.id), "noteable_type": .string(noteableType),
            "project_id": .int(project), "resolvable": .bool(isResolvable),
            "confidential": .bool(isInternal), "internal": .bool(isInternal), "imported": false,
            "imported_from": "none", "noteable_iid": .int(noteable.iid), "commands_changes": [:],
        ]
        if isResolvable {
            object["resolved"] = false
            object["resolved_by"] = JSONValue.null
            object["resolved_at"] = JSONValue.null
        }
        resource = Resource(id: id, parent: noteable.id, createdAt: now, object: object)
    }
}
