/// A milestone of the project, or of a group above it as this project sees it.
public struct MilestoneRecord: Deletable {
    /// What every source states.
    public struct Summary: Codable, Hashable, Sendable {
        /// The number within the project or group; `nil` where the source does not tell.
        public var iid: Int64?
        public var title: String
        /// As GitLab spells it in REST: `active` or `closed`.
        public var state: String
        public var createdAt: Instant?
        public var updatedAt: Instant?
        /// A date without time, `2026-01-31`.
        public var startsOn: String?
        /// A date without time, `2026-01-31`.
        public var dueOn: String?

        public init(
            iid: Int64?, title: String, state: String, createdAt: Instant?, updatedAt: Instant?,
            startsOn: String? = nil, dueOn: String? = nil
        ) {
            self.iid = iid
            self.title = title
            self.state = state
            self.createdAt = createdAt
            self.updatedAt = updatedAt
            self.startsOn = startsOn
            self.dueOn = dueOn
        }
    }

    public let id: MilestoneKey
    public let project: ProjectKey
    public var summary: Register<Summary>?
    /// Whether it belongs to a group above the project.
    public var isOfGroup: Register<Bool>?
    public var existence: Register<Existence>?

    public init(id: MilestoneKey, project: ProjectKey) {
        self.id = id
        self.project = project
    }

    public static var kind: RecordKind { .milestone }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.milestones }
    public var reference: RecordReference { .milestone(id) }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.summary = summary.merging(other.summary)
        merged.isOfGroup = isOfGroup.merging(other.isOfGroup)
        merged.existence = existence.merging(other.existence)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.summary = summary.unstamped()
        copy.isOfGroup = isOfGroup.unstamped()
        copy.existence = existence.settled
        return copy
    }
}
