/// One of GitLab's events: who did what when. Pushes, and with them the making and deleting of branches and tags,
/// stand nowhere else. GitLab keeps events for three years.
public struct ActivityEventRecord: MetricsRecord {
    /// What the event is about.
    public struct Target: Codable, Hashable, Sendable {
        /// As GitLab spells it in REST: `MergeRequest`, `Issue`, `Note`, `Milestone`, …
        public var type: String
        public var id: Int64?
        public var iid: Int64?
        public init(type: String, id: Int64?, iid: Int64?) {
            self.type = type
            self.id = id
            self.iid = iid
        }
    }

    /// What a push moved. Never what it contained.
    public struct Push: Codable, Hashable, Sendable {
        /// As GitLab spells it: `created`, `pushed` or `removed`.
        public var action: String
        /// `branch` or `tag`.
        public var refType: String
        public var ref: String?
        public var commitCount: Int
        public var fromSHA: String?
        public var toSHA: String?
        public init(
            action: String, refType: String, ref: String?, commitCount: Int, fromSHA: String?, toSHA: String?
        ) {
            self.action = action
            self.refType = refType
            self.ref = ref
            self.commitCount = commitCount
            self.fromSHA = fromSHA
            self.toSHA = toSHA
        }
    }

    public struct Facts: Codable, Hashable, Sendable {
        public var author: Account?
        /// As GitLab spells it: `pushed to`, `opened`, `approved`, `accepted`, …
        public var action: String
        public var target: Target?
        public var push: Push?
        public init(author: Account?, action: String, target: Target? = nil, push: Push? = nil) {
            self.author = author
            self.action = action
            self.target = target
            self.push = push
        }
    }

    public let id: ActivityEventKey
    public let project: ProjectKey
    public let createdAt: Instant
    public var facts: Register<Facts>

    public init(id: ActivityEventKey, project: ProjectKey, createdAt: Instant, facts: Register<Facts>) {
        self.id = id
        self.project = project
        self.createdAt = createdAt
        self.facts = facts
    }

    public static var kind: RecordKind { .activityEvent }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.activityEvents }
    public var reference: RecordReference { RecordReference(.activityEvent, id) }

    /// Should two statements disagree about the instant, which GitLab never changes, the earlier one holds.
    public func merging(_ other: Self) -> Self {
        var merged = other.createdAt < createdAt ? other : self
        merged.facts = facts.merging(other.facts)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.facts = facts.unstamped
        return copy
    }
}
