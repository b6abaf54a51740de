import WireFormat

/// A comment or a system note on a merge request or an issue.
struct Note: Stored {
    var resource: Resource
    /// The thread it stands in, 40 hexadecimal digits; a plain comment and a system note are one of their own.
    let discussion: String
    /// What a system note tells, as GitLab's system note metadata names it; REST does not show it.
    let action: String?

    var isSystem: Bool { resource["system"].boolValue ?? false }
    var isInternal: Bool { resource["internal"].boolValue ?? false }
    var isResolvable: Bool { resource["resolvable"].boolValue ?? false }
    var isResolved: Bool { resource["resolved"].boolValue ?? false }
    /// `nil`, `DiscussionNote` or `DiffNote`.
    var type: String? { resource.text("type") }
    var project: Int { resource["project_id"].intValue ?? 0 }
    var author: Int { resource.id(of: "author") ?? World.ghost }

    init(resource: Resource, discussion: String? = nil, action: String? = nil) {
        self.resource = resource
        self.discussion = discussion ?? SHA1.hex("discussion \(resource.id)")
        self.action = action
    }

    init(
        id: Int, body: String, author: JSONValue, isSystem: Bool, type: String?, noteable: some Stored,
        noteableType: String, project: Int, isInternal: Bool, discussion: String? = nil,
        action: String? = nil, position: JSONValue? = nil, now: Instant
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
        if let position {
            object["commit_id"] = .null
            object["position"] = position
        }
        if isResolvable {
            object["resolved"] = false
            object["resolved_by"] = JSONValue.null
            object["resolved_at"] = JSONValue.null
        }
        if position != nil { object["suggestions"] = [] }
        self.init(
            resource: Resource(id: id, parent: noteable.id, createdAt: now, object: object),
            discussion: discussion, action: action)
    }

    /// Marks it resolved, or not.
    mutating func resolve(_ isResolved: Bool, by user: JSONValue, at moment: Instant) {
        resource["resolved"] = .bool(isResolved)
        resource["resolved_by"] = isResolved ? user : .null
        resource["resolved_at"] = isResolved ? .moment(moment) : .null
        resource.update(at: moment)
    }
}

extension MergeRequest {
    /// Where in the changes a note hangs, file names and all: what clients of metrics must not keep.
    func position(line: Int, base: String?) -> JSONValue {
        [
            "base_sha": .text(base), "start_sha": .text(base), "head_sha": .text(commits.last),
            "old_path": "app/orders.rb", "new_path": "app/orders.rb", "position_type": "text",
            "old_line": nil, "new_line": .int(line), "line_range": nil,
        ]
    }
}
