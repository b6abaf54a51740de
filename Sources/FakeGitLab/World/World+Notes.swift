import WireFormat

extension World {
    /// Comments on a merge request and returns the note's id.
    ///
    /// - Parameter type: `nil` for a plain comment; `DiscussionNote` or `DiffNote` begin a thread.
    @discardableResult
    public mutating func comment(
        on iid: Int, in project: Int, by user: Int, body: String, type: String? = nil,
        isInternal: Bool = false
    ) throws(WorldError) -> Int {
        let id = try mergeRequestID(iid, in: project)
        let note = addNote(
            onMergeRequest: id, by: user, body: body, isSystem: false, type: type, isInternal: isInternal)
        recordComment(note, onMergeRequest: id, by: user)
        return note
    }

    /// Writes what a comment changes on its merge request and in the project's feed.
    mutating func recordComment(_ note: Int, onMergeRequest id: Int, by user: Int) {
        mergeRequests[id]?.resource.add(1, to: "user_notes_count")
        if let row = mergeRequests[id], let comment = mergeRequestNotes[note] {
            recordEvent(
                "commented on", in: row.parent, by: user,
                target: .init(
                    id: note, iid: note, type: comment.type ?? "Note", title: row.title,
                    note: comment.resource.object))
        }
        countResolved(onMergeRequest: id)
        touchMergeRequest(id)
        announce("create", note: note, by: user)
    }

    /// Comments on an issue or incident and returns the note's id.
    @discardableResult
    public mutating func comment(
        onIssue iid: Int, in project: Int, by user: Int, body: String, isInternal: Bool = false
    ) throws(WorldError) -> Int {
        let id = try issueID(iid, in: project)
        let note = addNote(onIssue: id, by: user, body: body, isSystem: false, isInternal: isInternal)
        recordComment(note, onIssue: id, by: user)
        return note
    }

    /// Writes what a comment changes on its issue and in the project's feed.
    mutating func recordComment(_ note: Int, onIssue id: Int, by user: Int) {
        issues[id]?.resource.add(1, to: "user_notes_count")
        if let row = issues[id], let comment = issueNotes[note] {
            recordEvent(
                "commented on", in: row.parent, by: user,
                target: .init(
                    id: note, iid: note, type: comment.type ?? "Note", title: row.title,
                    note: comment.resource.object))
        }
        touchIssue(id)
        announce("create", note: note, by: user)
    }

    /// Deletes a comment; nothing but its absence tells. System notes cannot be deleted.
    public mutating func deleteNote(_ id: Int) throws(WorldError) {
        guard (mergeRequestNotes[id] ?? issueNotes[id])?.isSystem != true else {
            throw WorldError("note \(id) is a system note")
        }
        if let note = mergeRequestNotes[id] {
            mergeRequests[note.parent]?.resource.add(-1, to: "user_notes_count")
            mergeRequestNotes.remove(id)
            countResolved(onMergeRequest: note.parent)
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

    /// Ids of an issue's notes in order of creation, system notes included.
    public func noteIDs(onIssue iid: Int, in project: Int) -> [Int] {
        issues.id(iid: iid, in: project).map { issueNotes.ids(in: $0) } ?? []
    }

    /// - Parameters:
    ///   - action: of a system note, what it tells, as GitLab's system note metadata names it.
    ///   - discussion: the thread it continues; `nil` begins one.
    @discardableResult
    mutating func addNote(
        onMergeRequest id: Int, by user: Int, body: String, isSystem: Bool, type: String? = nil,
        isInternal: Bool = false, action: String? = nil, discussion: String? = nil
    ) -> Int {
        guard let row = mergeRequests[id] else { return 0 }
        let number = sequences.next(.note)
        var position: JSONValue?
        if type == "DiffNote" { position = row.position(line: number % 90 + 1, base: base(of: row)) }
        mergeRequestNotes.insert(
            Note(
                id: number, body: body, author: basic(user), isSystem: isSystem, type: type, noteable: row,
                noteableType: "MergeRequest", project: row.parent, isInternal: isInternal,
                discussion: discussion, action: action, position: position, now: clock))
        return number
    }

    /// - Parameters: as of a merge request.
    @discardableResult
    mutating func addNote(
        onIssue id: Int, by user: Int, body: String, isSystem: Bool, type: String? = nil,
        isInternal: Bool = false, action: String? = nil, discussion: String? = nil
    ) -> Int {
        guard let row = issues[id] else { return 0 }
        let number = sequences.next(.note)
        issueNotes.insert(
            Note(
                id: number, body: body, author: basic(user), isSystem: isSystem, type: type, noteable: row,
                noteableType: "Issue", project: row.parent, isInternal: isInternal, discussion: discussion,
                action: action, now: clock))
        return number
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
