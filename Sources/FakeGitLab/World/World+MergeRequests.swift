import WireFormat

extension World {
    /// Opens a merge request from commits already on `sourceBranch`, or from one made for it, and returns the
    /// iid.
    ///
    /// - Parameters:
    ///   - title: beginning with `Draft: ` for a draft.
    ///   - sourceProject: the fork it comes from; `nil` means the project itself.
    @discardableResult
    public mutating func openMergeRequest(
        in project: Int, by user: Int, title: String, description: String? = nil, sourceBranch: String,
        sourceProject: Int? = nil, reviewers: [Int] = [], assignee: Int? = nil, labels: [String] = [],
        isSquash: Bool = false
    ) throws(WorldError) -> Int {
        let home = try self.project(project)
        if repositories[project]?.heads[sourceBranch] == nil {
            _ = addCommit(to: project, branch: sourceBranch, title: title, author: user)
            if sourceProject ?? project == project {
                announcePush(to: sourceBranch, from: nil, in: project, by: user)
            }
        }
        let id = sequences.next(.mergeRequest)
        let iid = sequences.next(.mergeRequest, in: project)
        var row = MergeRequest(
            id: id, iid: iid, project: home, sourceProject: sourceProject ?? project, author: user,
            authorObject: basic(user), title: title, description: description, sourceBranch: sourceBranch,
            commits: unlanded(branch: sourceBranch, in: home), labels: labels, isSquash: isSquash, now: clock)
        if let assignee {
            row.resource["assignee"] = basic(assignee)
            row.resource["assignees"] = [basic(assignee)]
        }
        defineLabels(labels, in: project)
        mergeRequests.insert(row)
        recordLabels(from: [], to: labels, of: .mergeRequest(id), in: project, by: user)
        recordVersion(of: id)
        settleMergeStatus(of: id)
        recordEvent("opened", in: project, by: user, target: target(of: row))
        if !reviewers.isEmpty { addReviewers(reviewers, to: id, by: user) }
        announceOpening(mergeRequest: id, by: user)
        return iid
    }

    /// Asks for reviews; the system notes say so.
    public mutating func requestReview(of iid: Int, in project: Int, from reviewers: [Int], by user: Int)
        throws(WorldError)
    {
        let id = try mergeRequestID(iid, in: project)
        let before = mergeRequests[id]
        addReviewers(reviewers, to: id, by: user)
        guard before?.people("reviewers") != mergeRequests[id]?.people("reviewers") else { return }
        announce("update", mergeRequest: id, by: user, since: before)
    }

    private mutating func addReviewers(_ reviewers: [Int], to id: Int, by user: Int) {
        let present = mergeRequests[id]?.resource["reviewers"].arrayValue ?? []
        let added = reviewers.filter { reviewer in !present.contains { $0["id"]?.intValue == reviewer } }
        guard !added.isEmpty else { return }
        let all = JSONValue.array(present + added.map { basic($0) })
        mergeRequests[id]?.resource["reviewers"] = all
        let names = added.map { "@\(username($0))" }.joined(separator: " and ")
        enlist(added, asReviewersOf: id)
        addNote(
            onMergeRequest: id, by: user, body: "requested review from \(names)", isSystem: true,
            action: "reviewer")
        mergeRequests[id]?.resource.update(at: clock)
    }

    /// Takes `Draft: ` off the title, or puts it on.
    public mutating func setDraft(_ isDraft: Bool, of iid: Int, in project: Int, by user: Int)
        throws(WorldError)
    {
        let id = try mergeRequestID(iid, in: project)
        guard let row = mergeRequests[id], row.isDraft != isDraft else { return }
        let bare = row.title.hasPrefix("Draft: ") ? String(row.title.dropFirst(7)) : row.title
        mergeRequests[id]?.resource["title"] = .string(isDraft ? "Draft: \(bare)" : bare)
        mergeRequests[id]?.resource["draft"] = .bool(isDraft)
        mergeRequests[id]?.resource["work_in_progress"] = .bool(isDraft)
        settleMergeStatus(of: id)
        mergeRequests[id]?.resource.update(at: clock)
        let word = isDraft ? "draft" : "ready"
        addNote(
            onMergeRequest: id, by: user, body: "marked this merge request as **\(word)**", isSystem: true,
            action: "title")
        announce("update", mergeRequest: id, by: user, since: row)
    }

    /// Pushes commits to the source branch of an open merge request.
    public mutating func push(
        _ count: Int, to iid: Int, in project: Int, by user: Int, offsetMinutes: Int = 0
    )
        throws(WorldError)
    {
        let id = try mergeRequestID(iid, in: project)
        guard let row = mergeRequests[id], row.isOpen else { throw WorldError("!\(iid) is not open") }
        let home = try self.project(project)
        var lines: [String] = []
        for number in 0..<max(1, count) {
            let sha = addCommit(
                to: project, branch: row.sourceBranch, title: "Address review, part \(number + 1)",
                author: user,
                additions: 3 + number, deletions: 1 + number, offsetMinutes: offsetMinutes)
            lines.append("<li>\(sha.prefix(8)) - Address review, part \(number + 1)</li>")
        }
        let commits = unlanded(branch: row.sourceBranch, in: home)
        mergeRequests[id]?.commits = commits
        mergeRequests[id]?.resource["sha"] = .text(commits.last)
        mergeRequests[id]?.resource.update(at: clock)
        let noun = lines.count == 1 ? "commit" : "commits"
        addNote(
            onMergeRequest: id, by: user,
            body:
                "added \(lines.count) \(noun)\n\n<ul>\(lines.joined())</ul>\n\n[Compare with previous version]",
            isSystem: true, action: "commit")
        recordVersion(of: id)
        recordPush(in: project, branch: row.sourceBranch, by: user, commits: lines.count)
        announcePush(ofMergeRequest: id, by: user, since: row)
        resetApprovals(ofMergeRequest: id, by: user)
    }

    /// Tells of new commits of a merge request: the push, where the instance holds it, and the update it makes.
    mutating func announcePush(ofMergeRequest id: Int, by user: Int, since before: MergeRequest) {
        let oldrev = before.commits.last
        if before.sourceProject == before.parent {
            announcePush(to: before.sourceBranch, from: oldrev, in: before.parent, by: user)
        }
        announce("update", mergeRequest: id, by: user, since: before, oldrev: oldrev ?? RefChange.nothing)
    }

    public mutating func closeMergeRequest(_ iid: Int, in project: Int, by user: Int) throws(WorldError) {
        let id = try mergeRequestID(iid, in: project)
        guard let row = mergeRequests[id], row.isOpen else { throw WorldError("!\(iid) is not open") }
        let closer = basic(user)
        mergeRequests[id]?.resource["state"] = "closed"
        mergeRequests[id]?.resource["closed_at"] = .moment(clock)
        mergeRequests[id]?.resource["closed_by"] = closer
        settleMergeStatus(of: id)
        mergeRequests[id]?.resource.update(at: clock)
        recordState("closed", mergeRequest: id, by: user)
        recordEvent("closed", in: project, by: user, target: target(of: row))
        announce("close", mergeRequest: id, by: user, since: row)
    }

    public mutating func reopenMergeRequest(_ iid: Int, in project: Int, by user: Int) throws(WorldError) {
        let id = try mergeRequestID(iid, in: project)
        guard let row = mergeRequests[id], row.state == "closed" else {
            throw WorldError("!\(iid) is not closed")
        }
        mergeRequests[id]?.resource["state"] = "opened"
        mergeRequests[id]?.resource["closed_at"] = nil
        mergeRequests[id]?.resource["closed_by"] = nil
        settleMergeStatus(of: id)
        mergeRequests[id]?.resource.update(at: clock)
        recordState("reopened", mergeRequest: id, by: user)
        recordEvent("reopened", in: project, by: user, target: target(of: row))
        announce("reopen", mergeRequest: id, by: user, since: row)
    }

    /// Removes the fork an open or finished merge request came from: `source_project_id` becomes null.
    public mutating func deleteFork(of iid: Int, in project: Int) throws(WorldError) {
        let id = try mergeRequestID(iid, in: project)
        mergeRequests[id]?.resource["source_project_id"] = nil
    }

    /// Deletes a merge request with its notes; nothing but its absence tells.
    public mutating func deleteMergeRequest(_ iid: Int, in project: Int) throws(WorldError) {
        let id = try mergeRequestID(iid, in: project)
        for note in mergeRequestNotes.ids(in: id) { mergeRequestNotes.remove(note) }
        removeResourceEvents(of: .mergeRequest(id))
        for timelog in timelogs.ids(in: id) { timelogs.remove(timelog) }
        mergeRequests.remove(id)
    }

    /// The iids of a project's merge requests in order of creation.
    public func mergeRequestIIDs(in project: Int, state: String? = nil) -> [Int] {
        mergeRequests.rows(in: project).filter { state == nil || $0.state == state }.map(\.iid)
    }

    /// SHAs on a branch that `main` does not hold, oldest first.
    func unlanded(branch: String, in project: Project) -> [String] {
        guard let repository = repositories[project.id], let tip = repository.heads[branch] else { return [] }
        return repository.history(from: tip) { repository.places[$0] != nil }.reversed()
    }

    func target(of row: MergeRequest) -> Event.Target {
        Event.Target(id: row.id, iid: row.iid, type: "MergeRequest", title: row.title)
    }

    mutating func recordPush(in project: Int, branch: String, by user: Int, commits: Int) {
        let tip = repositories[project]?.heads[branch].flatMap { repositories[project]?.commits[$0] }
        recordEvent(
            "pushed to", in: project, by: user,
            push: [
                "commit_count": .int(commits), "action": "pushed", "ref_type": "branch",
                "commit_from": .text(tip?.parents.first), "commit_to": .text(tip?.sha),
                "ref": .string(branch),
                "commit_title": .text(tip?.title), "ref_count": nil,
            ])
    }
}
