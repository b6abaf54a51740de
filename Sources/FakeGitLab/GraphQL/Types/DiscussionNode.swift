import WireFormat

extension GraphQL {
    /// A thread of notes, or a note that stands alone.
    struct DiscussionNode: Node {
        let key: String
        let notes: [Note]
        var typeName: String { "Discussion" }

        private init(key: String, notes: [Note]) {
            self.key = key
            self.notes = notes
        }

        /// The thread a note stands in.
        init(of note: Note, in world: World) {
            let rows =
                note.resource.text("noteable_type") == "Issue"
                ? world.issueNotes.rows(in: note.parent) : world.mergeRequestNotes.rows(in: note.parent)
            key = note.discussion
            notes = rows.filter { $0.discussion == note.discussion }
        }

        static func threads(of rows: [Note], in world: World) -> [DiscussionNode] {
            var order: [String] = []
            var threads: [String: [Note]] = [:]
            for row in rows {
                let key = row.discussion
                if threads[key] == nil { order.append(key) }
                threads[key, default: []].append(row)
            }
            return order.map { DiscussionNode(key: $0, notes: threads[$0] ?? []) }
        }

        var isResolvable: Bool { notes.contains(where: \.isResolvable) }

        var isResolved: Bool {
            isResolvable
                && notes.allSatisfy { !$0.isResolvable || $0.isResolved }
        }

        func value(of field: PlannedField, in execution: Execution) throws(Failure) -> Value {
            let last = isResolved ? notes.last { !$0.resource["resolved_at"].isNull } : nil
            switch field.name {
            case "id", "replyId": return .id("Discussion", key)
            case "createdAt": return .time(notes.first?.resource.createdAt)
            case "resolvable": return .flag(isResolvable)
            case "resolved": return .flag(isResolved)
            case "resolvedAt": return .json(last?.resource["resolved_at"] ?? .null)
            case "resolvedBy":
                return .optional(last?.resource.id(of: "resolved_by").map { UserNode($0, as: "UserCore") })
            case "notes": return .node(try execution.notes(notes, field, limit: 200))
            case "noteable":
                guard let note = notes.first else { return .null }
                return note.resource.text("noteable_type") == "Issue"
                    ? .optional(execution.issue(note.parent)) : .optional(execution.mergeRequest(note.parent))
            default: return .null
            }
        }
    }
}
