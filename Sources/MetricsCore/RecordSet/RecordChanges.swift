/// What a merge really changed: the touched records as they stood before, and as they stand now. Reversible by
/// `RecordSet.revert(_:)`.
public struct RecordChanges: Sendable {
    /// Records that were there and were changed or removed, as they were.
    public private(set) var before = RecordSet()
    /// Records that were added or changed, as they are.
    public private(set) var after = RecordSet()

    public init() {}

    public init(before: RecordSet, after: RecordSet) {
        self.before = before
        self.after = after
    }

    public var isEmpty: Bool { before.isEmpty && after.isEmpty }

    /// The projects touched.
    public var projects: Set<ProjectKey> { Set(before.projects.keys).union(after.projects.keys) }

    mutating func add(_ change: ProjectRecords.Change, of project: ProjectKey) {
        if !change.before.isEmpty { before.replace(project, with: change.before) }
        if !change.after.isEmpty { after.replace(project, with: change.after) }
    }
}
