import FakeGitLab
import Foundation
import WireFormat

/// A small instance whose hooks hear everything, and what they were told.
struct AnnouncementScene {
    var world: World
    let group: Int
    let project: Int
    let author: Int
    let reviewer: Int

    static let start = Date(timeIntervalSince1970: 1_768_000_000)

    /// Nothing has been told of the founding.
    init(version: GitLabVersion = .v19, tier: Tier = .ultimate) throws {
        world = World(now: Self.start, version: version, tier: tier)
        author = world.addUser("alex", name: "Alex Author")
        reviewer = world.addUser("robin", name: "Robin Reviewer")
        group = world.addGroup("acme", name: "Acme")
        project = try world.addProject("web", name: "Web", group: group, creator: author)
        for user in [author, reviewer] { world.addMember(user, toProject: project, access: .maintainer) }
        world.addSystemHook("https://listener.test/")
    }

    /// What hooks are told of a change that happens some minutes after the one before.
    mutating func told(_ change: (inout World) throws -> Void) rethrows -> [Announcement] {
        world.now += 300
        let before = world.announcements.count
        try change(&world)
        return Array(world.announcements[before...])
    }

    /// The same in short: the header, and what was done.
    mutating func names(_ change: (inout World) throws -> Void) rethrows -> [String] {
        try told(change).map(\.name)
    }
}

extension Announcement {
    /// The body hooks of projects and groups get, else that of the instance's.
    var anyBody: JSONValue { body ?? systemBody ?? .null }

    /// `Merge Request Hook open`.
    var name: String {
        let body = anyBody
        let attributes = body["object_attributes"]
        let candidates: [JSONValue?] = [
            attributes?["action"], body["action"], attributes?["status"], body["build_status"],
            body["status"],
            body["event_type"], body["event_name"],
        ]
        return "\(header) \(candidates.compactMap { $0?.stringValue }.first ?? "")"
    }

    func attribute(_ key: String) -> JSONValue? { anyBody["object_attributes"]?[key] }
}
