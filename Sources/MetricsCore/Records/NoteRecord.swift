/// A comment or a system note on a merge request or issue. Its text is not kept.
///
/// System notes are GitLab's own event log: approvals, draft changes and review requests stand there with ids.
public struct NoteRecord: MetricsRecord {
    public struct Facts: Codable, Hashable, Sendable {
        /// `nil` when GitLab names none.
        public var author: Account?
        /// What a system note tells; `nil` for a comment.
        public var activity: NoteActivity?
        public var isInternal: Bool
        public var isResolvable: Bool
        public var resolvedAt: Instant?
        public var resolvedBy: Account?

        public init(
            author: Account?, activity: NoteActivity? = nil, isInternal: Bool = false,
            isResolvable: Bool = false,
            resolvedAt: Instant? = nil, resolvedBy: Account? = nil
        ) {
            self.author = author
            self.activity = activity
            self.isInternal = isInternal
            self.isResolvable = isResolvable
            self.resolvedAt = resolvedAt
            self.resolvedBy = resolvedBy
        }
    }

    public let id: NoteKey
    public let project: ProjectKey
    /// The merge request or issue the note is on.
    public let subject: RecordReference
    public let createdAt: Instant
    public var facts: Register<Facts>

    public init(
        id: NoteKey, project: ProjectKey, subject: RecordReference, createdAt: Instant, facts: Register<Facts>
    ) {
        self.id = id
        self.project = project
        self.subject = subject
        self.createdAt = createdAt
        self.facts = facts
    }

    public static var kind: RecordKind { .note }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.notes }
    public var reference: RecordReference { .note(id) }
    public var parent: RecordReference? { subject }

    /// Whether GitLab wrote the note itself.
    public var isSystem: Bool { facts.value.activity != nil }

    /// Should two statements disagree about what GitLab never changes, the one of earlier creation holds.
    public func merging(_ other: Self) -> Self {
        var merged = (other.createdAt, other.subject) < (createdAt, subject) ? other : self
        merged.facts = facts.merging(other.facts)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.facts = facts.unstamped
        return copy
    }
}
