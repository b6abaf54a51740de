public import Foundation
import WireFormat

extension World {
    /// Makes a branch at the tip of `main`, or at a commit.
    public mutating func createBranch(_ name: String, in project: Int, at sha: String? = nil)
        throws(WorldError)
    {
        let home = try self.project(project)
        guard let tip = sha ?? head(of: project), repositories[project]?.commits[tip] != nil else {
            throw WorldError("there is no commit to make \(name) of")
        }
        repositories[project]?.move(name, to: tip, isDefault: name == home.defaultBranch)
    }

    public mutating func deleteBranch(_ name: String, in project: Int) throws(WorldError) {
        guard repositories[project]?.heads[name] != nil else {
            throw WorldError("there is no branch \(name)")
        }
        repositories[project]?.deleteBranch(name)
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
    }

    /// Makes a release of a tag.
    ///
    /// - Parameter releasedAt: now by default; a later moment makes it an upcoming one.
    public mutating func createRelease(
        ofTag tag: String, in project: Int, name: String? = nil, description: String? = nil,
        releasedAt: Date? = nil, by user: Int
    ) throws(WorldError) {
        let home = try self.project(project)
        guard let sha = repositories[project]?.tags[tag]?.sha, release(ofTag: tag, in: project) == nil else {
            throw WorldError("\(tag) is no tag without a release")
        }
        releases.insert(
            Release(
                id: sequences.next(.release), project: home, tag: tag, sha: sha, name: name,
                description: description, author: basic(user),
                releasedAt: releasedAt.map { Instant($0) } ?? clock, now: clock))
    }

    /// Names of a project's branches, in order.
    public func branchNames(in project: Int) -> [String] {
        (repositories[project]?.heads.keys).map { $0.sorted() } ?? []
    }

    /// Names of a project's tags, in order.
    public func tagNames(in project: Int) -> [String] {
        (repositories[project]?.tags.keys).map { $0.sorted() } ?? []
    }

    func release(ofTag tag: String, in project: Int) -> Release? {
        releases.rows(in: project).first { $0.tag == tag }
    }
}
