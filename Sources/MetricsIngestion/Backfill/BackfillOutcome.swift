public import GitLabAPI
public import MetricsCore

/// How a backfill ended, project by project.
public struct BackfillOutcome: Sendable {
    /// What became of one project, or of a selection in which none could be found.
    public struct ProjectReport: Sendable {
        /// Full path of the project, or the selection as the plan names it.
        public var name: String
        /// `nil` when GitLab did not tell which project it is.
        public var project: ProjectKey?
        public var outcome: ProjectOutcome
        /// How many rows were read of each kind, those read again included.
        public var rows: [RecordKind: Int]
        /// How many rows could not be understood and are missing, by kind.
        public var skipped: [RecordKind: Int]
        /// Kinds that GraphQL was asked for and did not give; they come from REST, at more requests.
        public var fallbacks: [RecordKind: GitLabError]

        public init(
            name: String, project: ProjectKey?, outcome: ProjectOutcome, rows: [RecordKind: Int] = [:],
            skipped: [RecordKind: Int] = [:], fallbacks: [RecordKind: GitLabError] = [:]
        ) {
            self.name = name
            self.project = project
            self.outcome = outcome
            self.rows = rows
            self.skipped = skipped
            self.fallbacks = fallbacks
        }
    }

    /// In the order of the plan.
    public var projects: [ProjectReport]
    /// Requests made; repetitions by a `RetryingTransport` are not counted.
    public var requests: Int
    /// The same by what they were for: the kind whose list it was, with what hangs on it. Those that find the
    /// projects and ask the instance what it offers count as `.project`.
    public var requestsByKind: [RecordKind: Int]
    public var duration: Duration

    public init(
        projects: [ProjectReport], requests: Int, requestsByKind: [RecordKind: Int] = [:],
        duration: Duration
    ) {
        self.projects = projects
        self.requests = requests
        self.requestsByKind = requestsByKind
        self.duration = duration
    }

    /// Whether every project is read to the end.
    public var isCompleted: Bool { projects.allSatisfy(\.outcome.isCompleted) }
}
