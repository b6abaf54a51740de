/// An issue or incident.
public struct IssueRecord: Deletable {
    public enum State: String, Codable, Hashable, Sendable { case opened, closed }

    /// What every source states.
    public struct Summary: Codable, Hashable, Sendable {
        /// The number within the project.
        public var iid: Int64
        public var title: String
        /// As GitLab spells it in REST: `issue`, `incident`, `task`, …
        public var type: String
        public var state: State
        public var createdAt: Instant
        public var updatedAt: Instant
        /// Sorted.
        public var labels: [String]
        /// Deployments and merge requests its description names. Sorted.
        public var mentions: [Mention]

        public init(
            iid: Int64, title: String, type: String, state: State, createdAt: Instant, updatedAt: Instant,
            labels: [String] = [], mentions: [Mention] = []
        ) {
            self.iid = iid
            self.title = title
            self.type = type
            self.state = state
            self.createdAt = createdAt
            self.updatedAt = updatedAt
            self.labels = labels
            self.mentions = mentions
        }
    }

    public let id: IssueKey
    public let project: ProjectKey
    public var summary: Register<Summary>?
    public var author: Register<Account?>?
    /// Sorted by id.
    public var assignees: Register<[Account]>?
    /// The latest closing; none while it is open.
    public var closedAt: Register<Instant?>?
    public var closedBy: Register<Account?>?
    public var milestone: Register<MilestoneKey?>?
    /// None without one, and on tiers that know no weights.
    public var weight: Register<Int?>?
    /// In seconds; 0 without one.
    public var timeEstimate: Register<Int>?
    /// The issue that goes on with it in another project.
    public var movedTo: Register<IssueKey?>?
    public var isConfidential: Register<Bool>?
    /// Of an incident, as GitLab spells it: `UNKNOWN`, `LOW`, …, `CRITICAL`.
    public var severity: Register<String?>?
    /// A date without time, `2026-01-31`.
    public var dueOn: Register<String?>?
    public var webURL: Register<String>?
    public var existence: Register<Existence>?

    public init(id: IssueKey, project: ProjectKey) {
        self.id = id
        self.project = project
    }

    public static var kind: RecordKind { .issue }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.issues }
    public var reference: RecordReference { .issue(id) }

    public var isIncident: Bool { summary?.value.type == "incident" }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.summary = summary.merging(other.summary)
        merged.author = author.merging(other.author)
        merged.assignees = assignees.merging(other.assignees)
        merged.closedAt = closedAt.merging(other.closedAt)
        merged.closedBy = closedBy.merging(other.closedBy)
        merged.milestone = milestone.merging(other.milestone)
        merged.weight = weight.merging(other.weight)
        merged.timeEstimate = timeEstimate.merging(other.timeEstimate)
        merged.movedTo = movedTo.merging(other.movedTo)
        merged.isConfidential = isConfidential.merging(other.isConfidential)
        merged.severity = severity.merging(other.severity)
        merged.dueOn = dueOn.merging(other.dueOn)
        merged.webURL = webURL.merging(other.webURL)
        merged.existence = existence.merging(other.existence)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.summary = summary.unstamped()
        copy.author = author.unstamped()
        copy.assignees = assignees.unstamped()
        copy.closedAt = closedAt.unstamped()
        copy.closedBy = closedBy.unstamped()
        copy.milestone = milestone.unstamped()
        copy.weight = weight.unstamped()
        copy.timeEstimate = timeEstimate.unstamped()
        copy.movedTo = movedTo.unstamped()
        copy.isConfidential = isConfidential.unstamped()
        copy.severity = severity.unstamped()
        copy.dueOn = dueOn.unstamped()
        copy.webURL = webURL.unstamped()
        copy.existence = existence.settled
        return copy
    }
}
