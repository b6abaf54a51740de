import WireFormat

/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#push-events>
extension World {
    /// How many refs one push may move before hooks for pushes are no longer called: `push_event_hooks_limit`.
    ///
    /// <https://docs.gitlab.com/administration/settings/push_event_activities_limit/>
    static let pushHooksLimit = 3

    /// Tells of one push: of every ref, unless there are too many, and once of the repository.
    mutating func announcePush(_ changes: [RefChange], in project: Int, by user: Int) {
        if changes.count <= Self.pushHooksLimit {
            for change in changes { announce { $0.pushAnnouncement(change, in: project, by: user) } }
        }
        announce { $0.repositoryAnnouncement(changes, in: project, by: user) }
    }

    /// Tells of a branch that was moved from where it stood.
    mutating func announcePush(to branch: String, from before: String?, in project: Int, by user: Int) {
        let after = repositories[project]?.heads[branch]
        guard before != after else { return }
        announcePush([RefChange(branch: branch, from: before, to: after)], in: project, by: user)
    }

    func pushAnnouncement(_ change: RefChange, in project: Int, by user: Int) -> Announcement {
        let kind: JSONValue = change.isTag ? "tag_push" : "push"
        let commits = change.isTag ? [] : pushedCommits(change, in: project)
        let basic = basic(user)
        let body: JSONValue = [
            "object_kind": kind, "event_name": kind, "before": .string(change.before),
            "after": .string(change.after), "ref": .string(change.ref),
            "ref_protected": .bool(isProtected(change.name, in: project)),
            "checkout_sha": .text(checkout(change, in: project)), "message": .text(change.message),
            "user_id": .int(user), "user_name": basic["name"] ?? "", "user_username": basic["username"] ?? "",
            "user_email": basic["public_email"] ?? "", "user_avatar": basic["avatar_url"] ?? .null,
            "project_id": .int(project), "project": hookProject(project),
            "commits": .array(
                commits.suffix(20).map { hookCommit($0, in: project, withPaths: true) }),
            "total_commits_count": .int(commits.count), "push_options": [:],
            "repository": hookRepository(project, isLong: true),
        ]
        return announcement(
            change.isTag ? "Tag Push Hook" : "Push Hook",
            change.isTag ? "tag_push_events" : "push_events",
            in: project, body, system: body.merging(["commits": []]),
            branch: change.isTag ? nil : change.name)
    }

    private func repositoryAnnouncement(_ changes: [RefChange], in project: Int, by user: Int) -> Announcement
    {
        let basic = basic(user)
        let body: JSONValue = [
            "event_name": "repository_update", "user_id": .int(user), "user_name": basic["name"] ?? "",
            "user_email": basic["public_email"] ?? "", "user_avatar": basic["avatar_url"] ?? .null,
            "project_id": .int(project), "project": hookProject(project),
            "changes": .array(
                changes.map {
                    ["before": .string($0.before), "after": .string($0.after), "ref": .string($0.ref)]
                }), "refs": .array(changes.map { .string($0.ref) }),
        ]
        return Announcement(
            trigger: "repository_update_events", header: "System Hook", systemBody: body, at: clock)
    }

    /// The commit to check out; of an annotated tag the one it stands for.
    private func checkout(_ change: RefChange, in project: Int) -> String? {
        guard !change.isRemoval else { return nil }
        return change.isTag ? repositories[project]?.tags[change.name]?.sha : change.after
    }

    /// What a branch holds now and did not before, oldest first; of a new one what the default branch does not hold.
    private func pushedCommits(_ change: RefChange, in project: Int) -> [String] {
        guard !change.isRemoval, let repository = repositories[project] else { return [] }
        if change.name == projects[project]?.defaultBranch {
            let place = repository.places[change.before].map { $0 + 1 } ?? 0
            return Array(repository.landed[place...])
        }
        return repository.history(from: change.after) { sha in
            sha == change.before || repository.places[sha] != nil
        }.reversed()
    }
}
