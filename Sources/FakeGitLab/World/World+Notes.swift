import WireFormat

extension World {
    /// Comments on a merge request and returns the note's id.
    ///
    /// - Parameter type: `nil`, `DiscussionNote` or `DiffNote`.
    @discardableResult
    public mutating func comment(
        on iid: Int, in project: Int, by user: Int, body: String, type: String? = nil,
        isInternal: Bool = false
    ) throws(WorldError) -> Int {
        let id = try mergeRequestID(iid, in: project)
        let note = addNote(
            onMergeRequest: id, by: user, body: body, isSystem: false, type: type, isInternal: isInternal)
        mergeRequests[id]?.resource.add(1, to: "user_notes_count")
        if let row = mergeRequests[id] {
            recordEvent(
                "commented on", in: project, by: user,
                target: .init(
                    id: note, iid: note, type: type ?? "Note", title: row.title,
                    note: mergeRequestNotes[note]?.resource.object))
        }
        touchMergeRequest(id)
        return note
    }

    /// Comments on an issue or incident and returns the note's id.
    @discardableResult
    public mutating func comment(onIssue iid: Int, in project: Int, by user: Int, body: String)
        throws(WorldError)
        -> Int
    {
        let id = try issueID(iid, in: project)
        let note = addNote(onIssue: id, by: user, body: body, isSystem: false)
        issues[id]?.resource.add(1, to: "user_notes_count")
        touchIssue(id)
        return note
    }

    /// Deletes a comment; nothing but its absence tells. System notes cannot be deleted.
    public mutating func deleteNote(_ id: Int) throws(WorldError) {
        guard (mergeRequestNotes[id] ?? issueNotes[id])?.isSystem != true else {
            throw WorldError("note \(id) is a system note")
        }
        if let note = mergeRequestNotes[id] {
            mergeRequests[note.parent]?.resource.add(-1, to: "user_notes_count")
            mergeRequestNotes.remove(id)
        } else if let note = issueNotes[id] {
            issues[note.parent]?.resource.add(-1, to: "user_notes_count")
            issueNotes.remove(id)
        } else {
            throw .missing("note", id)
        }
    }

    /// Ids of a merge request's notes in order of creation, system notes included.
    public func noteIDs(on iid: Int, in project: Int) -> [Int] {
        mergeRequests.id(iid: iid, in: project).map { mergeRequestNotes.ids(in: $0) } ?? []
    }

    @discardableResult
    mutating func addNote(
        onMergeRequest id: Int, by user: Int, body: String, isSystem: Bool, type: String? = nil,
        isInternal: Bool = false
    ) -> Int {
        guard let row = mergeRequests[id] else { return 0 }
        let note = Note(
            id: sequences.next(.note), body: body, author: basic(user), isSystem: isSystem, type: type,
            noteable: row, noteableType: "MergeRequest", project: row.parent, isInternal: isInternal,
            now: clock)
        mergeRequestNotes.insert(note)
        return note.id
    }

    @discardableResult
    mutating func addNote(onIssue id: Int, by user: Int, body: String, isSystem: Bool) -> Int {
        guard let row = issues[id] else { return 0 }
        let note = Note(
            id: sequences.next(.note), body: body, author: basic(user), isSystem: isSystem, type: nil,
            noteable: row, noteableType: "Issue", project: row.parent, isInternal: false, now: clock)
        issueNotes.insert(note)
        return note.id
    }

    /// Moves `updated_at` as a note or approval does: not if it moved within the last minute.
    mutating func touchMergeRequest(_ id: Int) {
        guard let row = mergeRequests[id], clock - row.resource.updatedAt >= 60 else { return }
        mergeRequests[id]?.resource.update(at: clock)
    }

    mutating func touchIssue(_ id: Int) {
        guard let row = issues[id], clock - row.resource.updatedAt >= 60 else { return }
        issues[id]?.resource.update(at: clock)
    }

    func mergeRequestID(_ iid: Int, in project: Int) throws(WorldError) -> Int {
        guard let id = mergeRequests.id(iid: iid, in: project) else {
            throw .missing("merge request", "!\(iid)")
        }
        return id
    }

    func issueID(_ iid: Int, in project: Int) throws(WorldError) -> Int {
        guard let id = issues.id(iid: iid, in: project) else { throw .missing("issue", "#\(iid)") }
        return id
    }
}
