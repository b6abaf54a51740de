public import MetricsCore

/// How a refresh ended, project by project.
public struct RefreshOutcome: Sendable {
    /// What became of the keys of one project.
    public struct ProjectReport: Sendable {
        public var project: ProjectKey
        public var outcome: ProjectOutcome
        /// Those that were not read: to be asked for again.
        public var unread: Set<RefreshKey>
        /// Those that were read, and are worth reading once more after `Refresh.Configuration.settling`: deployments
        /// to which GitLab may not have linked their merge requests yet.
        public var settling: Set<RefreshKey>

        public init(
            project: ProjectKey, outcome: ProjectOutcome, unread: Set<RefreshKey> = [],
            settling: Set<RefreshKey> = []
        ) {
            self.project = project
            self.outcome = outcome
            self.unread = unread
            self.settling = settling
        }
    }

    /// In the order of their keys.
    public var projects: [ProjectReport]
    /// What the store did not know before, in the order in which it was merged.
    public var changes: [RecordChanges]
    /// Requests made; repetitions by a `RetryingTransport` are not counted.
    public var requests: Int

    public init(projects: [ProjectReport] = [], changes: [RecordChanges] = [], requests: Int = 0) {
        self.projects = projects
        self.changes = changes
        self.requests = requests
    }

    /// Whether every key was read.
    public var isCompleted: Bool { projects.allSatisfy { $0.unread.isEmpty } }
}
