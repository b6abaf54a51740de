public import Foundation
import WireFormat

extension FakeGitLab {
    /// A world written down as JSON files, one per kind, each an array of objects in REST's shape.
    ///
    /// Files: `users`, `tokens`, `groups`, `projects`, `members`, `labels`, `milestones`, `commits`, `branches`, `merge_requests`,
    /// `approvals`, `notes`, `pipelines`, `environments`, `deployments`, `jobs`, `tags`, `releases`, `issues`, `timelogs`,
    /// `label_events`, `milestone_events`, `state_events` and `events`; any may be missing. An object may leave out fields: it gets what GitLab would serve by default. Keys with a
    /// leading underscore say what REST does not show and are never served; `FixtureLoader` lists them.
    public struct Fixture: Sendable {
        let directory: URL

        /// A fixture of this module by name, `Fixtures/<name>`.
        public init(named name: String) throws {
            guard let root = Bundle.module.resourceURL else {
                throw WorldError("the bundle has no resources")
            }
            self.init(directory: root.appending(path: "Fixtures/\(name)"))
        }

        /// A fixture in any directory.
        public init(directory: URL) { self.directory = directory }

        /// Reads the files into a world.
        ///
        /// - Parameter now: the world's time; not before the last thing that happens in the files.
        /// - Throws: `WorldError` naming the file whose content is not an array of objects.
        public func world(now: Date, version: GitLabVersion = .v18, tier: Tier = .ultimate) throws -> World {
            var world = World(now: now, version: version, tier: tier)
            for kind in FixtureLoader.order {
                for object in try objects(kind.file) { try kind.load(object, &world) }
            }
            return world
        }

        private func objects(_ name: String) throws -> [JSONValue] {
            let file = directory.appending(path: "\(name).json")
            guard FileManager.default.fileExists(atPath: file.path) else { return [] }
            guard let value = try? JSONValue(parsing: try Data(contentsOf: file)),
                let objects = value.arrayValue
            else {
                throw WorldError("\(name).json is not a JSON array")
            }
            return objects
        }
    }
}
