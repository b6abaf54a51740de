import WireFormat

extension World {
    /// Answers a note and returns the answer's id: the thread goes on, a plain comment becomes the beginning of one.
    @discardableResult
    public mutating func reply(to note: Int, by user: Int, body: String) throws(WorldError) -> Int {
        if let first = mergeRequestNotes[note] {
            try checkAnswerable(first)
            if first.type == nil { makeResolvable(note) }
            let answer = addNote(
                onMergeRequest: first.parent, by: user, body: body, isSystem: false,
                type: first.type ?? "DiscussionNote", isInternal: first.isInternal,
                discussion: first.discussion)
            recordComment(answer, onMergeRequest: first.parent, by: user)
            return answer
        }
        guard let first = issueNotes[note] else { throw .missing("note", note) }
        try checkAnswerable(first)
        if first.type == nil { issueNotes[note]?.resource["type"] = "DiscussionNote" }
        let answer = addNote(
            onIssue: first.parent, by: user, body: body, isSystem: false, type: "DiscussionNote",
            isInternal: first.isInternal, discussion: first.discussion)
        recordComment(answer, onIssue: first.parent, by: user)
        return answer
    }

    /// Resolves the thread a note stands in, or opens it again.
    public mutating func resolveThread(of note: Int, by user: Int, isResolved: Bool = true)
        throws(WorldError)
    {
        guard let row = mergeRequestNotes[note], row.isResolvable else {
            throw WorldError("note \(note) cannot be resolved")
        }
        let before = mergeRequests[row.parent]
        let resolver = basic(user)
        for other in mergeRequestNotes.rows(in: row.parent)
        where other.discussion == row.discussion && other.isResolvable && other.isResolved != isResolved {
            mergeRequestNotes[other.id]?.resolve(isResolved, by: resolver, at: clock)
        }
        let wasResolved = before?.resource["blocking_discussions_resolved"].boolValue
        countResolved(onMergeRequest: row.parent)
        let areAll = mergeRequests[row.parent]?.resource["blocking_discussions_resolved"].boolValue
        guard areAll == true, wasResolved == false else { return }
        addNote(
            onMergeRequest: row.parent, by: user, body: "resolved all threads", isSystem: true,
            action: "discussion")
        touchMergeRequest(row.parent)
        announce("update", mergeRequest: row.parent, by: user, since: before)
    }

    /// Ids of a merge request's threads, lone comments and system notes, oldest first.
    public func discussionIDs(on iid: Int, in project: Int) -> [String] {
        var seen: Set<String> = []
        return noteIDs(on: iid, in: project).compactMap { mergeRequestNotes[$0]?.discussion }.filter {
            seen.insert($0).inserted
        }
    }

    /// Ids of an issue's threads, lone comments and system notes, oldest first.
    public func discussionIDs(onIssue iid: Int, in project: Int) -> [String] {
        var seen: Set<String> = []
        return noteIDs(onIssue: iid, in: project).compactMap { issueNotes[$0]?.discussion }.filter {
            seen.insert($0).inserted
        }
    }

    /// Ids of the notes of one thread, oldest first.
    public func noteIDs(inDiscussion discussion: String, on iid: Int, in project: Int) -> [Int] {
        noteIDs(on: iid, in: project).filter { mergeRequestNotes[$0]?.discussion == discussion }
    }

    /// Changes what a comment says; `updated_at` of the note moves, that of its parent as by any touch.
    ///
    /// - Parameter user: who edits it; its author unless given.
    public mutating func editNote(_ id: Int, body: String, by user: Int? = nil) throws(WorldError) {
        guard let comment = mergeRequestNotes[id] ?? issueNotes[id], !comment.isSystem else {
            throw WorldError("there is no comment \(id)")
        }
        if let note = mergeRequestNotes[id] {
            mergeRequestNotes[id]?.resource["body"] = .string(body)
            mergeRequestNotes[id]?.resource.update(at: clock)
            touchMergeRequest(note.parent)
        } else if let note = issueNotes[id] {
            issueNotes[id]?.resource["body"] = .string(body)
            issueNotes[id]?.resource.update(at: clock)
            touchIssue(note.parent)
        }
        // Hooks hear of edits since 16.11.
        if version >= "16.11" { announce("update", note: id, by: user ?? comment.author) }
    }

    /// Writes whether every thread of a merge request is resolved.
    mutating func countResolved(onMergeRequest id: Int) {
        let isResolved = mergeRequestNotes.rows(in: id).allSatisfy { !$0.isResolvable || $0.isResolved }
        guard mergeRequests[id]?.resource["blocking_discussions_resolved"].boolValue != isResolved else {
            return
        }
        mergeRequests[id]?.resource["blocking_discussions_resolved"] = .bool(isResolved)
        settleMergeStatus(of: id)
    }

    private func checkAnswerable(_ note: Note) throws(WorldError) {
        if note.isSystem { throw WorldError("note \(note.id) is a system note") }
    }

    private mutating func makeResolvable(_ note: Int) {
        mergeRequestNotes[note]?.resource["type"] = "DiscussionNote"
        mergeRequestNotes[note]?.resource["resolvable"] = true
        mergeRequestNotes[note]?.resource["resolved"] = false
        mergeRequestNotes[note]?.resource["resolved_by"] = .null
        mergeRequestNotes[note]?.resource["resolved_at"] = .null
    }
}
