/// That a merge request or issue was closed, reopened or merged.
public struct StateChange: SubjectChange {
    /// As GitLab spells it in REST: `closed`, `reopened`, `merged`, …
    public var state: String
    /// The commit whose message closed it.
    public var sourceCommit: String?
    /// The merge request whose merging closed it.
    public var sourceMergeRequest: MergeRequestKey?

    public init(
        state: String, sourceCommit: String? = nil, sourceMergeRequest: MergeRequestKey? = nil
    ) {
        self.state = state
        self.sourceCommit = sourceCommit
        self.sourceMergeRequest = sourceMergeRequest
    }

    public static var kind: RecordKind { .stateEvent }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<StateEventRecord>> { \.stateEvents }
}

public typealias StateEventRecord = SubjectEvent<StateChange>
