public import MetricsCore

/// Which records to read or remove. An absent condition holds for all; `RecordSet.matching(_:)` is the definition.
public struct RecordQuery: Hashable, Sendable {
    /// Only records of these projects.
    public var projects: Set<ProjectKey>?
    /// Only records of these kinds.
    public var kinds: Set<RecordKind>?
    /// Only what metrics of this span of time read: see `ProjectRecords.active(in:)`.
    public var activity: Range<Instant>?
    /// Whether the store may answer with more of a project than `activity` asks for, where that is cheaper: whole
    /// tables that are shared instead of most of their rows copied. Metrics do not mind, they look at the period
    /// themselves. A store may ignore it; `false` by default.
    public var mayExceedActivity: Bool
    /// Only these records, and what hangs on them: see `MetricsRecord.parent`.
    public var references: Set<RecordReference>?

    public init(
        projects: Set<ProjectKey>? = nil, kinds: Set<RecordKind>? = nil, activity: Range<Instant>? = nil,
        mayExceedActivity: Bool = false, references: Set<RecordReference>? = nil
    ) {
        self.projects = projects
        self.kinds = kinds
        self.activity = activity
        self.mayExceedActivity = mayExceedActivity
        self.references = references
    }

    /// Everything.
    public static let all = RecordQuery()
}
