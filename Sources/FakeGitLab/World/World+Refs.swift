import WireFormat

extension World {
    /// Makes a branch at the tip of `main`, or at a commit.
    ///
    /// - Parameter user: who pushes it; the project's creator unless given.
    public mutating func createBranch(
        _ name: String, in project: Int, at sha: String? = nil, by user: Int? = nil
    ) throws(WorldError) {
        let home = try self.project(project)
        guard let tip = sha ?? head(of: project), repositories[project]?.commits[tip] != nil else {
            throw WorldError("there is no commit to make \(name) of")
        }
        let before = repositories[project]?.heads[name]
        repositories[project]?.move(name, to: tip, isDefault: name == home.defaultBranch)
        announcePush(to: name, from: before, in: project, by: user ?? home.creator)
    }

    /// - Parameter user: who removes it; the project's creator unless given.
    public mutating func deleteBranch(_ name: String, in project: Int, by user: Int? = nil) throws(WorldError)
    {
        let home = try self.project(project)
        guard let before = repositories[project]?.heads[name] else {
            throw WorldError("there is no branch \(name)")
        }
        repositories[project]?.deleteBranch(name)
        announcePush(to: name, from: before, in: project, by: user ?? home.creator)
    }

    /// Makes branches at the tip of `main` with one push, of which hooks hear nothing but that there was one when it
    /// moves more refs than `push_event_hooks_limit`.
    public mutating func pushBranches(_ names: [String], in project: Int, by user: Int) throws(WorldError) {
        let home = try self.project(project)
        guard let tip = head(of: project) else { throw WorldError("project \(project) is empty") }
        var changes: [RefChange] = []
        for name in names where repositories[project]?.heads[name] == nil {
            repositories[project]?.move(name, to: tip, isDefault: name == home.defaultBranch)
            changes.append(RefChange(branch: name, from: nil, to: tip))
        }
        if !changes.isEmpty { announcePush(changes, in: project, by: user) }
    }

    /// Lets only maintainers push to branches, or maintainers make tags, of that name; `*` stands for anything.
    public mutating func protect(_ pattern: String, in project: Int) throws(WorldError) {
        _ = try self.project(project)
        repositories[project]?.protected.insert(pattern)
    }

    /// Tags the tip of `main`, or a commit.
    ///
    /// - Parameter message: of an annotated tag; `nil` makes a lightweight one.
    public mutating func createTag(
        _ name: String, in project: Int, at sha: String? = nil, message: String? = nil, by user: Int
    ) throws(WorldError) {
        guard let tip = sha ?? head(of: project), let repository = repositories[project],
            repository.commits[tip] != nil, repository.tags[name] == nil
        else {
            throw WorldError("\(name) cannot be tagged")
        }
        let tag = Tag(name: name, sha: tip, message: message, now: clock)
        repositories[project]?.tags[name] = tag
        recordEvent(
            "pushed new", in: project, by: user,
            push: [
                "commit_count": 0, "action": "created", "ref_type": "tag", "commit_from": nil,
                "commit_to": .string(tag.target), "ref": .string(name), "commit_title": nil,
                "ref_count": nil,
            ])
        announcePush([RefChange(tag: tag)], in: project, by: user)
    }

    /// Removes a tag and the release that was made of it.
    public mutating func deleteTag(_ name: String, in project: Int, by user: Int) throws(WorldError) {
        guard let tag = repositories[project]?.tags[name] else { throw .missing("tag", name) }
        if release(ofTag: name, in: project) != nil { try deleteRelease(ofTag: name, in: project) }
        repositories[project]?.tags[name] = nil
        announcePush([RefChange(tag: tag, isGone: true)], in: project, by: user)
    }

    /// Names of a project's branches, in order.
    public func branchNames(in project: Int) -> [String] {
        (repositories[project]?.heads.keys).map { $0.sorted() } ?? []
    }

    /// Names of a project's tags, in order.
    public func tagNames(in project: Int) -> [String] {
        (repositories[project]?.tags.keys).map { $0.sorted() } ?? []
    }
}
