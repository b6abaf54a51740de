import WireFormat

extension Note: GraphQL.Node {
    var typeName: String { "Note" }

    func value(of field: GraphQL.PlannedField, in execution: GraphQL.Execution) -> GraphQL.Value {
        let world = execution.world
        switch field.name {
        case "id": return .id(resource.text("type") ?? "Note", id)
        case "body", "system", "createdAt", "updatedAt", "internal": return plain(field)
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
                            "action": .text(GraphQL.SystemNote.action(of: self)),
                        ]) : nil)
        case "resolved": return .flag(resource["resolved"].boolValue ?? false)
        case "resolvable": return .flag(resource["resolvable"].boolValue ?? false)
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
        static func action(of note: Note) -> String? {
            let body = note.resource.text("body") ?? ""
            return beginnings.first { body.hasPrefix($0.text) }?.action
        }

        static func icon(of note: Note) -> String? { action(of: note).map { icons[$0] ?? "pencil" } }

        private static let beginnings: [(text: String, action: String)] = [
            ("approved", "approved"), ("unapproved", "unapproved"),
            ("requested changes", "requested_changes"), ("marked this merge request as", "title"),
            ("changed title", "title"), ("requested review", "reviewer"),
            ("removed review request", "reviewer"),
            ("assigned to", "assignee"), ("unassigned", "assignee"), ("mentioned in", "cross_reference"),
            ("changed milestone", "milestone"), ("removed milestone", "milestone"),
            ("resolved all", "discussion"), ("changed due date", "due_date"),
            ("changed time estimate", "time_tracking"), ("removed time estimate", "time_tracking"),
        ]

        private static let icons = [
            "approved": "approval", "unapproved": "unapproval", "commit": "commit", "reviewer": "user",
            "assignee": "user", "milestone": "milestone", "time_tracking": "timer", "label": "label",
        ]
    }
}
