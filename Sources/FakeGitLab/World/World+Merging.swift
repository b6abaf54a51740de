import WireFormat

extension World {
    /// Merges as the project's method and the merge request's `squash` say; the source branch goes away.
    ///
    /// A merge commit or a semi-linear history sets `merge_commit_sha`; a fast-forward sets neither that nor, without
    /// squashing, `squash_commit_sha`, and rebases first when `main` has moved on.
    public mutating func merge(_ iid: Int, in project: Int, by user: Int) throws(WorldError) {
        let id = try mergeRequestID(iid, in: project)
        let home = try self.project(project)
        guard let row = mergeRequests[id], row.isOpen else { throw WorldError("!\(iid) is not open") }
        guard approvalsLeft(of: row) == 0 else { throw WorldError("!\(iid) is not approved") }
        let isSquash = row.resource["squash"].boolValue ?? false
        if home.mergeMethod != .merge, !isSquash { rebase(id, in: home, by: user) }
        let before = mergeRequests[id]
        let targetTip = head(of: project)
        let sourceTip = repositories[project]?.heads[row.sourceBranch]
        let tip = isSquash ? squash(id, in: home, by: user) : mergeRequests[id]?.commits.last
        if home.mergeMethod == .fastForward {
            if let tip { repositories[project]?.move(home.defaultBranch, to: tip, isDefault: true) }
        } else {
            let committer = signature(user)
            let sha = insertCommit(
                in: project, branch: home.defaultBranch,
                parents: [head(of: project), tip].compactMap(\.self),
                message:
                    "Merge branch '\(row.sourceBranch)' into '\(home.defaultBranch)'\n\n\(row.title)\n\nSee merge request \(home.path)!\(iid)",
                author: committer, authoredAt: clock, committer: committer, additions: 0, deletions: 0)
            mergeRequests[id]?.resource["merge_commit_sha"] = .string(sha)
        }
        repositories[project]?.deleteBranch(row.sourceBranch)
        settle(id, by: user)
        recordEvent("accepted", in: project, by: user, target: target(of: row))
        recordPush(in: project, branch: home.defaultBranch, by: user, commits: row.commits.count)
        announce("merge", mergeRequest: id, by: user, since: before)
        announcePush(to: home.defaultBranch, from: targetTip, in: project, by: user)
        guard row.sourceProject == project else { return }
        announcePush(to: row.sourceBranch, from: sourceTip, in: project, by: user)
    }

    /// Writes what a merge changes on the merge request itself.
    private mutating func settle(_ id: Int, by user: Int) {
        let merger = basic(user)
        mergeRequests[id]?.mergedAt = clock
        mergeRequests[id]?.resource["state"] = "merged"
        mergeRequests[id]?.resource["merged_at"] = .moment(clock)
        mergeRequests[id]?.resource["merged_by"] = merger
        mergeRequests[id]?.resource["merge_user"] = merger
        settleMergeStatus(of: id)
        mergeRequests[id]?.resource["should_remove_source_branch"] = true
        mergeRequests[id]?.resource.update(at: clock)
        recordState("merged", mergeRequest: id, by: user)
    }

    private mutating func squash(_ id: Int, in project: Project, by user: Int) -> String? {
        guard let row = mergeRequests[id] else { return nil }
        let commits = row.commits.compactMap { commit($0, in: project.id) }
        let lands = project.mergeMethod == .fastForward
        let sha = insertCommit(
            in: project.id, branch: lands ? project.defaultBranch : row.sourceBranch,
            parents: [head(of: project.id)].compactMap(\.self), message: "\(row.title)\n",
            author: signature(row.author), authoredAt: clock, committer: signature(user),
            additions: commits.map(\.additions).reduce(0, +), deletions: commits.map(\.deletions).reduce(0, +)
        )
        mergeRequests[id]?.resource["squash_commit_sha"] = .string(sha)
        return sha
    }

    /// Replays the commits on the tip of `main` when they do not stand there: new SHAs, old authored dates.
    private mutating func rebase(_ id: Int, in project: Project, by user: Int) {
        guard let row = mergeRequests[id], let head = head(of: project.id), let first = row.commits.first,
            commit(first, in: project.id)?.parents != [head]
        else { return }
        var parent = head
        var replayed: [String] = []
        for old in row.commits.compactMap({ commit($0, in: project.id) }) {
            let author = Commit.Signature(
                name: old.object["author_name"]?.stringValue ?? "",
                email: old.object["author_email"]?.stringValue ?? "", offsetMinutes: 0)
            parent = insertCommit(
                in: project.id, branch: row.sourceBranch, parents: [parent],
                message: old.object["message"]?.stringValue ?? "", author: author,
                authoredAt: old.object.instant("authored_date") ?? clock, committer: signature(user),
                additions: old.additions, deletions: old.deletions)
            replayed.append(parent)
        }
        mergeRequests[id]?.commits = replayed
        mergeRequests[id]?.resource["sha"] = .text(replayed.last)
        mergeRequests[id]?.resource.update(at: clock)
        recordVersion(of: id)
        announcePush(ofMergeRequest: id, by: user, since: row)
    }
}
