import WireFormat

extension World {
    /// Moves an issue to another project: a copy with its notes there, and what was there closed, pointing to it.
    ///
    /// Labels and the milestone come along where the other project has some of the same name. The closing leaves no
    /// state event, as in GitLab.
    ///
    /// - Returns: the copy's iid.
    @discardableResult
    public mutating func moveIssue(_ iid: Int, in project: Int, to other: Int, by user: Int)
        throws(WorldError) -> Int
    {
        let id = try issueID(iid, in: project)
        guard project != other, let old = issues[id], old.resource["moved_to_id"] == .null else {
            throw WorldError("#\(iid) cannot be moved to project \(other)")
        }
        let newID = try addIssue(
            in: other, by: old.resource.id(of: "author") ?? Self.ghost, title: old.title,
            description: old.resource.text("description"), type: old.type,
            labels: old.labels.filter { label($0, in: other) != nil },
            severity: old.resource.text("severity") ?? "UNKNOWN")
        let copy = issues[newID]?.iid ?? 0
        for key in ["assignee", "assignees", "due_date", "weight", "confidential", "health_status"] {
            issues[newID]?.resource[key] = old.resource[key]
        }
        let title = old.resource["milestone"]["title"]?.stringValue
        if let milestone = milestones(in: other).first(where: { $0.title == title }) {
            issues[newID]?.resource["milestone"] = milestone.resource.object
        }
        copyNotes(of: id, to: newID)
        addSystemNote(
            on: .issue(newID), by: user, body: "moved from \(reference(to: iid, in: project))",
            action: "moved")
        addSystemNote(
            on: .issue(id), by: user, body: "moved to \(reference(to: copy, in: other))", action: "moved")
        if old.state == "opened" {
            closeIssueQuietly(id, in: project, by: user)
            recordEvent(
                "closed", in: project, by: user,
                target: .init(id: id, iid: iid, type: "Issue", title: old.title))
        }
        issues[id]?.resource["moved_to_id"] = .int(newID)
        issues[id]?.resource.update(at: clock)
        announceOpening(issue: newID, by: user)
        if old.state == "opened" { announce("close", issue: id, by: user, since: old) }
        return copy
    }

    /// Copies keep their time and their threads, but not their ids.
    private mutating func copyNotes(of id: Int, to copy: Int) {
        guard let target = issues[copy] else { return }
        var threads: [String: String] = [:]
        for note in issueNotes.rows(in: id) {
            let number = sequences.next(.note)
            var object = note.resource.object
            object["id"] = .int(number)
            object["noteable_id"] = .int(copy)
            object["noteable_iid"] = .int(target.iid)
            object["project_id"] = .int(target.parent)
            var twin = Note(
                id: number, body: "", author: .null, isSystem: note.isSystem, type: nil, noteable: target,
                noteableType: "Issue", project: target.parent, isInternal: note.isInternal,
                discussion: threads[note.discussion], action: note.action, now: note.resource.createdAt)
            twin.resource = Resource(
                id: number, parent: copy, createdAt: note.resource.createdAt,
                updatedAt: note.resource.updatedAt, object: object)
            threads[note.discussion] = twin.discussion
            issueNotes.insert(twin)
        }
        let count = issues[id]?.resource["user_notes_count"] ?? 0
        issues[copy]?.resource["user_notes_count"] = count
    }

    private func reference(to iid: Int, in project: Int) -> String {
        "\(projects[project]?.path ?? "")#\(iid)"
    }
}
