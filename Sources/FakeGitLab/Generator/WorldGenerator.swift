public import Foundation

/// Makes worlds up: plays a history of people at work through the same changes a living world makes, so that what
/// comes out is consistent by construction. Equal configurations give equal worlds, byte for byte.
public struct WorldGenerator: Sendable {
    public struct Configuration: Hashable, Sendable {
        public var seed: UInt64
        public var projects: Int
        public var mergeRequestsPerProject: Int
        /// How many merge requests more a project has that take pages: 130 comments, threads and commits each.
        public var longMergeRequestsPerProject = 0
        /// How long before `end` the history begins.
        public var days: Int
        /// The moment at which the history stops; whatever runs then is still running.
        public var end: Date
        /// Everything lies in this group and its subgroups.
        public var group: String
        /// The token of `metrics`, a Reporter of the group, with the scope `read_api`.
        public var token: String
        /// Which GitLab the world runs; what happened in it is the same in all.
        public var version: GitLabVersion
        public var tier: Tier
        /// Where the instance says it is, without a slash at the end; the web pages of all things are below it.
        public var externalURL: String

        public init(
            seed: UInt64 = 1, projects: Int = 3, mergeRequestsPerProject: Int = 40, days: Int = 60, end: Date,
            group: String = "acme", token: String = "glpat-fake-metrics-reader",
            version: GitLabVersion = .v18, tier: Tier = .ultimate,
            externalURL: String = "https://gitlab.example.com"
        ) {
            self.seed = seed
            self.projects = projects
            self.mergeRequestsPerProject = mergeRequestsPerProject
            self.days = days
            self.end = end
            self.group = group
            self.token = token
            self.version = version
            self.tier = tier
            self.externalURL = externalURL
        }
    }

    /// The id of the user who founded every generated instance, its administrator.
    public static let administrator = 1

    public let configuration: Configuration

    public init(_ configuration: Configuration) { self.configuration = configuration }

    /// Plays the history. O(n log n) in the number of merge requests.
    public func world() throws -> World {
        let end = Instant(configuration.end)
        let start = end + -Double(configuration.days) * 86_400
        var simulation = Simulation(
            world: World(
                externalURL: configuration.externalURL, now: (start + -30 * 86_400).date,
                version: configuration.version, tier: configuration.tier),
            random: SeededGenerator(seed: configuration.seed), start: start, end: end)
        let casts = try simulation.found(configuration)
        for cast in casts {
            simulation.scheduleMergeRequests(configuration.mergeRequestsPerProject, cast)
            simulation.scheduleLongMergeRequests(configuration.longMergeRequestsPerProject, cast)
            simulation.scheduleNightlyPipelines(cast)
            simulation.scheduleDeployments(cast)
            simulation.scheduleIssues(cast)
            simulation.scheduleReleases(cast)
            simulation.scheduleMilestones(cast)
        }
        simulation.scheduleDeparture(of: casts)
        simulation.schedulePeople(around: casts)
        simulation.play()
        return simulation.world
    }
}
