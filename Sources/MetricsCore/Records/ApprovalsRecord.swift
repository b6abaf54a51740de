/// Who approves a merge request now, and how many must. When they did, and who has withdrawn, is in the system
/// notes: one source for times.
public struct ApprovalsRecord: MetricsRecord {
    public let id: MergeRequestKey
    public let project: ProjectKey
    /// Sorted.
    public var by: Register<[Account]>?
    /// How many are needed; none where none are, or the tier has no such rule.
    public var required: Register<Int?>?

    public init(
        id: MergeRequestKey, project: ProjectKey, by: Register<[Account]>? = nil,
        required: Register<Int?>? = nil
    ) {
        self.id = id
        self.project = project
        self.by = by
        self.required = required
    }

    public static var kind: RecordKind { .approvals }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.approvals }
    public var reference: RecordReference { RecordReference(.approvals, id) }
    public var parent: RecordReference? { .mergeRequest(id) }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.by = by.merging(other.by)
        merged.required = required.merging(other.required)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.by = by.unstamped()
        copy.required = required.unstamped()
        return copy
    }
}
