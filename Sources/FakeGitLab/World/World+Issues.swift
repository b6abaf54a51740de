import WireFormat

extension World {
    /// Opens an issue and returns the iid.
    ///
    /// - Parameters:
    ///   - type: `issue`, `incident`, `task` …, as REST's `issue_type` spells it.
    ///   - severity: `UNKNOWN`, `LOW`, `MEDIUM`, `HIGH` or `CRITICAL`.
    @discardableResult
    public mutating func openIssue(
        in project: Int, by user: Int, title: String, description: String? = nil, type: String = "issue",
        labels: [String] = [], severity: String = "UNKNOWN", assignees: [Int] = []
    ) throws(WorldError) -> Int {
        let id = try addIssue(
            in: project, by: user, title: title, description: description, type: type, labels: labels,
            severity: severity)
        let people = assignees.map { basic($0) }
        issues[id]?.resource["assignees"] = .array(people)
        issues[id]?.resource["assignee"] = people.first ?? .null
        announceOpening(issue: id, by: user)
        return issues[id]?.iid ?? 0
    }

    /// An issue hooks have yet to hear of; returns the id.
    mutating func addIssue(
        in project: Int, by user: Int, title: String, description: String?, type: String, labels: [String],
        severity: String
    ) throws(WorldError) -> Int {
        let home = try self.project(project)
        let id = sequences.next(.issue)
        let iid = sequences.next(.issue, in: project)
        let issue = Issue(
            id: id, iid: iid, project: home, author: basic(user), title: title, description: description,
            type: type, labels: labels, severity: severity, host: externalURL, now: clock)
        defineLabels(labels, in: project)
        issues.insert(issue)
        recordLabels(from: [], to: labels, of: .issue(id), in: project, by: user)
        projects[project]?.resource.add(1, to: "open_issues_count")
        recordEvent("opened", in: project, by: user, target: target(of: issue))
        return id
    }

    public mutating func closeIssue(_ iid: Int, in project: Int, by user: Int) throws(WorldError) {
        let id = try issueID(iid, in: project)
        guard let row = issues[id], row.state == "opened" else { throw WorldError("#\(iid) is not open") }
        closeIssueQuietly(id, in: project, by: user)
        recordState("closed", issue: id, by: user)
        recordEvent("closed", in: project, by: user, target: target(of: row))
        announce("close", issue: id, by: user, since: row)
    }

    /// Closes an issue without a trace but its fields, as a move does.
    mutating func closeIssueQuietly(_ id: Int, in project: Int, by user: Int) {
        let closer = basic(user)
        issues[id]?.resource["state"] = "closed"
        issues[id]?.resource["closed_at"] = .moment(clock)
        issues[id]?.resource["closed_by"] = closer
        issues[id]?.resource.update(at: clock)
        projects[project]?.resource.add(-1, to: "open_issues_count")
    }

    public mutating func reopenIssue(_ iid: Int, in project: Int, by user: Int) throws(WorldError) {
        let id = try issueID(iid, in: project)
        guard let row = issues[id], row.state == "closed" else { throw WorldError("#\(iid) is not closed") }
        issues[id]?.resource["state"] = "opened"
        issues[id]?.resource["closed_at"] = nil
        issues[id]?.resource["closed_by"] = nil
        issues[id]?.resource.update(at: clock)
        projects[project]?.resource.add(1, to: "open_issues_count")
        recordState("reopened", issue: id, by: user)
        recordEvent("reopened", in: project, by: user, target: target(of: row))
        announce("reopen", issue: id, by: user, since: row)
    }

    /// Deletes an issue with its notes; nothing but its absence tells.
    public mutating func deleteIssue(_ iid: Int, in project: Int) throws(WorldError) {
        let id = try issueID(iid, in: project)
        if issues[id]?.state == "opened" { projects[project]?.resource.add(-1, to: "open_issues_count") }
        for note in issueNotes.ids(in: id) { issueNotes.remove(note) }
        removeResourceEvents(of: .issue(id))
        for timelog in timelogs.ids(in: -id) { timelogs.remove(timelog) }
        issues.remove(id)
    }

    /// The iids of a project's issues in order of creation.
    public func issueIIDs(in project: Int, state: String? = nil) -> [Int] {
        issues.rows(in: project).filter { state == nil || $0.state == state }.map(\.iid)
    }

    private func target(of row: Issue) -> Event.Target {
        Event.Target(id: row.id, iid: row.iid, type: "Issue", title: row.title)
    }
}
