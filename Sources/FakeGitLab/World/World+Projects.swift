import WireFormat

extension World {
    /// Adds a group, or a subgroup of `parent`, and returns the id.
    @discardableResult
    public mutating func addGroup(
        _ path: String, name: String? = nil, parent: Int? = nil, visibility: String = "private"
    ) -> Int {
        let id = sequences.next(.namespace)
        groups.insert(
            Group(
                id: id, path: path, name: name ?? path, parent: parent.flatMap { groups[$0] },
                visibility: visibility, createdAt: clock, host: externalURL))
        announce("group_create", group: id)
        return id
    }

    /// Adds a project with one commit on `main` and returns the id.
    ///
    /// - Parameter visibility: `private`, `internal` or `public`.
    @discardableResult
    public mutating func addProject(
        _ path: String, name: String? = nil, group: Int, visibility: String = "private",
        mergeMethod: MergeMethod = .merge, creator: Int = World.ghost
    ) throws(WorldError) -> Int {
        guard let owner = groups[group] else { throw .missing("group", group) }
        let id = sequences.next(.project)
        let project = Project(
            id: id, path: path, name: name ?? path, group: owner, visibility: visibility,
            mergeMethod: mergeMethod, creator: creator, createdAt: clock, host: externalURL)
        projects.insert(project)
        projectPaths[project.path.lowercased()] = id
        repositories[id] = Repository(project: id, webURL: project.webURL)
        announce("project_create", project: id)
        commit(to: id, branch: "main", title: "Initial commit", author: creator)
        return id
    }

    /// Every project's id, ascending.
    public var projectIDs: [Int] { projects.ids }

    /// Marks activity; GitLab writes `last_activity_at` at most once an hour.
    mutating func recordActivity(in project: Int) {
        guard let last = projects[project]?.resource.object.instant("last_activity_at"), clock - last >= 3600
        else { return }
        projects[project]?.resource["last_activity_at"] = .moment(clock)
    }

    func project(_ id: Int) throws(WorldError) -> Project {
        guard let project = projects[id] else { throw .missing("project", id) }
        return project
    }

    /// The group and all above it, innermost first.
    func ancestors(ofGroup id: Int) -> [Int] {
        var result: [Int] = []
        var next: Int? = id
        while let current = next, !result.contains(current) {
            result.append(current)
            next = groups[current]?.parentGroup
        }
        return result
    }

    /// The group and all below it, parents before children.
    func descendants(ofGroup id: Int) -> [Int] {
        [id] + groups.ids(in: id).flatMap { descendants(ofGroup: $0) }
    }
}
