import WireFormat

extension Note: GraphQL.Node {
    var typeName: String { "Note" }

    func value(of field: GraphQL.PlannedField, in execution: GraphQL.Execution) -> GraphQL.Value {
        let world = execution.world
        switch field.name {
        case "id": return .id(type ?? "Note", id)
        case "body", "system", "createdAt", "updatedAt", "internal": return plain(field)
        case "confidential": return .json(resource.object["internal"] ?? false)
        case "author":
            return .optional(resource.id(of: "author").map { GraphQL.UserNode($0, as: "UserCore") })
        case "systemNoteIconName": return .text(isSystem ? GraphQL.SystemNote.icon(of: self) : nil)
        case "systemNoteMetadata":
            return .optional(
                isSystem
                    ? GraphQL.JSONNode(
                        "SystemNoteMetadata",
                        [
                            "id": .string(GraphQL.GlobalID.text("SystemNoteMetadata", id)),
                            "action": .text(action),
                        ]) : nil)
        case "resolved": return .flag(isResolved)
        case "resolvable": return .flag(isResolvable)
        case "resolvedBy":
            return .optional(resource.id(of: "resolved_by").map { GraphQL.UserNode($0, as: "UserCore") })
        case "discussion": return .node(GraphQL.DiscussionNode(of: self, in: world))
        case "project":
            return .optional(resource["project_id"].intValue.flatMap { execution.project($0) })
        case "lastEditedAt":
            return .time(resource.updatedAt > resource.createdAt && !isSystem ? resource.updatedAt : nil)
        case "url":
            let home =
                resource.text("noteable_type") == "Issue"
                ? world.issues[parent]?.resource : world.mergeRequests[parent]?.resource
            return .text(home?.text("web_url").map { "\($0)#note_\(id)" })
        default: return plain(field)
        }
    }
}

extension GraphQL {
    /// What a system note is about, in the words of GitLab's note metadata.
    enum SystemNote {
        static func icon(of note: Note) -> String? { note.action.map { icons[$0] ?? "pencil" } }

        private static let icons = [
            "approved": "approval", "unapproved": "unapproval", "commit": "commit", "reviewer": "user",
            "assignee": "user", "milestone": "milestone", "time_tracking": "timer", "label": "label",
            "title": "pencil", "merged": "merge", "merge": "merge", "closed": "issue-close",
            "discussion": "comment", "cross_reference": "comment-dots", "requested_changes": "error",
            "branch": "fork", "due_date": "calendar", "opened": "issue-open-m",
        ]
    }
}
