public import Foundation
import WireFormat

extension World {
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
        let id = sequences.next(.release)
        releases.insert(
            Release(
                id: id, project: home, tag: tag, sha: sha, name: name, description: description,
                author: basic(user), releasedAt: releasedAt.map { Instant($0) } ?? clock, now: clock))
        announce("create", release: id)
    }

    /// Changes what a release is called and says.
    public mutating func editRelease(
        ofTag tag: String, in project: Int, name: String? = nil, description: String? = nil
    ) throws(WorldError) {
        guard let row = release(ofTag: tag, in: project) else { throw .missing("release", tag) }
        if let name { releases[row.id]?.resource["name"] = .string(name) }
        if let description { releases[row.id]?.resource["description"] = .string(description) }
        announce("update", release: row.id)
    }

    /// Deletes a release; its tag stays.
    public mutating func deleteRelease(ofTag tag: String, in project: Int) throws(WorldError) {
        guard let row = release(ofTag: tag, in: project) else { throw .missing("release", tag) }
        announce("delete", release: row.id)
        releases.remove(row.id)
    }

    func release(ofTag tag: String, in project: Int) -> Release? {
        releases.rows(in: project).first { $0.tag == tag }
    }
}
