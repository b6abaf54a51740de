/// All records of one project, a table per kind.
public struct ProjectRecords: Sendable {
    /// At most one row.
    public internal(set) var project = RecordTable<ProjectRecord>()
    public internal(set) var environments = RecordTable<EnvironmentRecord>()
    public internal(set) var mergeRequests = RecordTable<MergeRequestRecord>()
    public internal(set) var notes = RecordTable<NoteRecord>()
    public internal(set) var approvals = RecordTable<ApprovalsRecord>()
    public internal(set) var commits = RecordTable<CommitRecord>()
    public internal(set) var pipelines = RecordTable<PipelineRecord>()
    public internal(set) var deployments = RecordTable<DeploymentRecord>()
    public internal(set) var issues = RecordTable<IssueRecord>()
    public internal(set) var milestones = RecordTable<MilestoneRecord>()
    public internal(set) var jobs = RecordTable<JobRecord>()
    public internal(set) var releases = RecordTable<ReleaseRecord>()
    public internal(set) var branches = RecordTable<BranchRecord>()
    public internal(set) var tags = RecordTable<TagRecord>()
    public internal(set) var members = RecordTable<MemberRecord>()
    public internal(set) var timeLogs = RecordTable<TimeLogRecord>()
    public internal(set) var labelEvents = RecordTable<LabelEventRecord>()
    public internal(set) var stateEvents = RecordTable<StateEventRecord>()
    public internal(set) var milestoneEvents = RecordTable<MilestoneEventRecord>()
    public internal(set) var activityEvents = RecordTable<ActivityEventRecord>()
    public internal(set) var users = RecordTable<UserRecord>()
    public internal(set) var listings = RecordTable<ListingRecord>()
    public internal(set) var provisionalEvents = RecordTable<ProvisionalEvent>()
    public internal(set) var coverage = RecordTable<CoverageRecord>()
    public internal(set) var tombstones = RecordTable<Tombstone>()

    public init() {}

    /// Every table once: what is done to all kinds alike walks this list.
    static let tables: [Table] = [
        Table(\.project), Table(\.environments), Table(\.mergeRequests), Table(\.notes), Table(\.approvals),
        Table(\.commits), Table(\.pipelines), Table(\.deployments), Table(\.issues), Table(\.milestones),
        Table(\.jobs), Table(\.releases), Table(\.branches), Table(\.tags), Table(\.members),
        Table(\.timeLogs), Table(\.labelEvents), Table(\.stateEvents), Table(\.milestoneEvents),
        Table(\.activityEvents), Table(\.users), Table(\.listings), Table(\.provisionalEvents),
        Table(\.coverage), Table(\.tombstones),
    ]

    public var isEmpty: Bool { Self.tables.allSatisfy { $0.count(self) == 0 } }

    /// Number of records of all kinds.
    public var count: Int { Self.tables.reduce(0) { $0 + $1.count(self) } }

    /// How many records of one kind there are.
    public func count(of kind: RecordKind) -> Int {
        Self.tables.first { $0.kind == kind }?.count(self) ?? 0
    }

    /// The complete enumeration of that thing's children, if one was read.
    public func listing(of children: RecordKind, in subject: RecordReference) -> ListingRecord? {
        listings[ListingRecord.ID(subject: subject, children: children)]
    }

    /// Copies what is shared with another set, so that no later change has to; O(n).
    mutating func makeUnique() {
        for table in Self.tables { table.makeUnique(&self) }
    }
}
