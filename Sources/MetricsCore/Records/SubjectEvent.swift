/// What one kind of event in the life of a merge request or issue tells.
public protocol SubjectChange: Codable, Hashable, Sendable {
    static var kind: RecordKind { get }
    /// Where events of this kind stand in a project's records.
    static var table: WritableKeyPath<ProjectRecords, RecordTable<SubjectEvent<Self>>> { get }
}

/// An event in the life of a merge request or issue that GitLab numbered: grow-only, and gone only with its subject.
public struct SubjectEvent<Change: SubjectChange>: MetricsRecord {
    public let id: RecordKey<Self>
    public let project: ProjectKey
    /// The merge request or issue.
    public let subject: RecordReference
    public let createdAt: Instant
    /// Who did it; none when GitLab names nobody.
    public var user: Register<Account?>?
    public var change: Register<Change>

    public init(
        id: RecordKey<Self>, project: ProjectKey, subject: RecordReference, createdAt: Instant,
        user: Register<Account?>? = nil, change: Register<Change>
    ) {
        self.id = id
        self.project = project
        self.subject = subject
        self.createdAt = createdAt
        self.user = user
        self.change = change
    }

    public static var kind: RecordKind { Change.kind }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { Change.table }
    public var reference: RecordReference { RecordReference(Change.kind, id) }
    public var parent: RecordReference? { subject }

    /// Should two statements disagree about what GitLab never changes, the one of earlier creation holds.
    public func merging(_ other: Self) -> Self {
        var merged = (other.createdAt, other.subject) < (createdAt, subject) ? other : self
        merged.user = user.merging(other.user)
        merged.change = change.merging(other.change)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.user = user.unstamped()
        copy.change = change.unstamped
        return copy
    }
}
