/// Who approves a merge request now, as its approvals endpoint shows it. Withdrawn approvals are not here: the
/// history is in the system notes.
public struct ApprovalsRecord: MetricsRecord {
    public struct Approval: Codable, Hashable, Sendable {
        public var by: Account
        /// `nil` on versions that do not tell.
        public var at: Instant?
        public init(by: Account, at: Instant?) {
            self.by = by
            self.at = at
        }
    }

    public struct State: Codable, Hashable, Sendable {
        /// Sorted by account.
        public var approvals: [Approval]
        /// How many are needed; `nil` where the tier has no such rule.
        public var required: Int?
        public init(approvals: [Approval], required: Int?) {
            self.approvals = approvals
            self.required = required
        }
    }

    public let id: MergeRequestKey
    public let project: ProjectKey
    public var state: Register<State>

    public init(id: MergeRequestKey, project: ProjectKey, state: Register<State>) {
        self.id = id
        self.project = project
        self.state = state
    }

    public static var kind: RecordKind { .approvals }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.approvals }
    public var reference: RecordReference { RecordReference(.approvals, id) }
    public var parent: RecordReference? { .mergeRequest(id) }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.state = state.merging(other.state)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.state = state.unstamped
        return copy
    }
}
