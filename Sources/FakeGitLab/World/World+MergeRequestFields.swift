import WireFormat

extension World {
    /// Changes what a merge request is called and says; what is not given stays.
    public mutating func editMergeRequest(
        _ iid: Int, in project: Int, title: String? = nil, description: String? = nil, by user: Int
    ) throws(WorldError) {
        let id = try mergeRequestID(iid, in: project)
        edit(.mergeRequest(id), title: title, description: description, by: user) { world in
            let isDraft = world.mergeRequests[id]?.title.hasPrefix("Draft: ") ?? false
            world.mergeRequests[id]?.resource["draft"] = .bool(isDraft)
            world.mergeRequests[id]?.resource["work_in_progress"] = .bool(isDraft)
            world.settleMergeStatus(of: id)
        }
    }

    /// Changes what an issue is called and says; what is not given stays.
    public mutating func editIssue(
        _ iid: Int, in project: Int, title: String? = nil, description: String? = nil, by user: Int
    ) throws(WorldError) {
        edit(.issue(try issueID(iid, in: project)), title: title, description: description, by: user)
    }

    private mutating func edit(
        _ noteable: Noteable, title: String?, description: String?, by user: Int,
        settling: (inout World) -> Void = { _ in }
    ) {
        let old = resource(of: noteable)
        update(noteable, by: user) { world in
            if let title, let before = old?.text("title"), before != title {
                world.change(noteable) { $0["title"] = .string(title) }
                world.addSystemNote(
                    on: noteable, by: user, body: "changed title from **\(before)** to **\(title)**",
                    action: "title")
            }
            if let description, old?.text("description") != description {
                world.change(noteable) { $0["description"] = .string(description) }
                world.addSystemNote(
                    on: noteable, by: user, body: "changed the description", action: "description")
            }
            guard world.resource(of: noteable)?.object != old?.object else { return }
            settling(&world)
            world.touch(noteable)
        }
    }

    /// Assigns a merge request to these users and nobody else.
    public mutating func assign(mergeRequest iid: Int, in project: Int, to users: [Int], by user: Int)
        throws(WorldError)
    {
        let id = try mergeRequestID(iid, in: project)
        guard let row = mergeRequests[id], row.people("assignees") != users else { return }
        let objects = users.map { basic($0) }
        let names = users.map { "@\(username($0))" }.joined(separator: " and ")
        update(.mergeRequest(id), by: user) { world in
            world.mergeRequests[id]?.resource["assignees"] = .array(objects)
            world.mergeRequests[id]?.resource["assignee"] = objects.first ?? .null
            world.addNote(
                onMergeRequest: id, by: user,
                body: users.isEmpty ? "removed assignee" : "assigned to \(names)", isSystem: true,
                action: "assignee")
            world.mergeRequests[id]?.resource.update(at: world.clock)
        }
    }

    /// Lets a merge request merge by itself once it may; merging it stays to be done.
    ///
    /// <https://docs.gitlab.com/user/project/merge_requests/auto_merge/>
    public mutating func setAutoMerge(_ iid: Int, in project: Int, by user: Int) throws(WorldError) {
        let id = try mergeRequestID(iid, in: project)
        guard let row = mergeRequests[id], row.isOpen else { throw WorldError("!\(iid) is not open") }
        let merger = basic(user)
        update(.mergeRequest(id), by: user) { world in
            world.mergeRequests[id]?.resource["merge_when_pipeline_succeeds"] = true
            world.mergeRequests[id]?.resource["merge_user"] = merger
            world.addNote(
                onMergeRequest: id, by: user,
                body: "enabled an automatic merge when all merge checks for \(row.commits.last ?? "") pass",
                isSystem: true, action: "merge")
            world.mergeRequests[id]?.resource.update(at: world.clock)
        }
    }
}
