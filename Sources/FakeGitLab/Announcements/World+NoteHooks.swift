import WireFormat

/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#comment-events>
extension World {
    /// Tells of a comment that was written or edited; of system notes hooks hear nothing.
    mutating func announce(_ action: String, note id: Int, by user: Int) {
        announce { $0.noteAnnouncement(id, action, by: user) }
    }

    func noteAnnouncement(_ id: Int, _ action: String, by user: Int) -> Announcement? {
        if let note = mergeRequestNotes[id], !note.isSystem, let row = mergeRequests[note.parent] {
            return noteAnnouncement(
                hookNote(note, on: row, by: user), action, in: row.parent, by: user,
                on: ("merge_request", hookAttributes(of: row)), isConfidential: note.isInternal)
        }
        if let note = issueNotes[id], !note.isSystem, let row = issues[note.parent] {
            return noteAnnouncement(
                hookNote(note, on: row, by: user), action, in: row.parent, by: user,
                on: ("issue", hookAttributes(of: row)), isConfidential: note.isInternal || row.isConfidential)
        }
        return nil
    }

    /// - Parameters:
    ///   - noteable: what was commented on, under the key its kind has.
    ///   - isConfidential: whether the note is internal, or what it hangs on confidential.
    func noteAnnouncement(
        _ note: JSONValue, _ action: String, in project: Int, by user: Int,
        on noteable: (key: String, value: JSONValue), isConfidential: Bool = false
    ) -> Announcement {
        var note = note
        // Edits of comments are told since 16.11, and with them what was done.
        if version >= "16.11" { note["action"] = .string(action) }
        return announcement(
            isConfidential ? "Confidential Note Hook" : "Note Hook",
            isConfidential ? "confidential_note_events" : "note_events", in: project,
            [
                "object_kind": "note", "event_type": isConfidential ? "confidential_note" : "note",
                "user": hookUser(user), "project_id": .int(project), "project": hookProject(project),
                "repository": hookRepository(project), "object_attributes": note,
                noteable.key: noteable.value,
            ])
    }

    func hookNote(_ note: Note, on row: some Stored, by user: Int) -> JSONValue {
        let position = note.resource["position"]
        let line = position["new_line"]?.intValue ?? 0
        let isEdited = note.resource.updatedAt != note.resource.createdAt
        return [
            "id": .int(note.id), "internal": .bool(note.isInternal), "note": note.resource["body"],
            "description": note.resource["body"], "noteable_type": note.resource["noteable_type"],
            "noteable_id": .int(note.parent), "commit_id": nil, "author_id": .int(note.author),
            "project_id": .int(row.parent), "created_at": .hookMoment(note.resource.createdAt),
            "updated_at": .hookMoment(note.resource.updatedAt), "attachment": nil,
            "line_code": position.isNull
                ? .null : .string("\(SHA1.hex(position["new_path"]?.stringValue ?? ""))_\(line)_\(line)"),
            "system": false, "st_diff": nil, "discussion_id": .string(note.discussion),
            "type": .text(note.type), "position": position, "original_position": position,
            "change_position": nil,
            "resolved_at": .hookMoment(note.resource.object.instant("resolved_at")),
            "resolved_by_id": .number(note.resource.id(of: "resolved_by")),
            "resolved_by_push": note.isResolved ? false : nil,
            "updated_by_id": isEdited ? .int(user) : nil,
            "url": .string("\(row.resource.text("web_url") ?? "")#note_\(note.id)"),
        ]
    }
}
