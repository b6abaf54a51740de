extension ProjectRecords {
    /// Whether all of it is merge requests and what hangs on them.
    var concernsMergeRequestsOnly: Bool {
        let others =
            count - mergeRequests.count - approvals.count - provisionalEvents.count
            - notes.rows.count { $0.subject.kind == .mergeRequest }
            - stateEvents.rows.count { $0.subject.kind == .mergeRequest }
            - listings.rows.count { $0.id.subject.kind == .mergeRequest }
        return others == 0
    }

    /// The ids of those merge requests.
    var concernedMergeRequests: Set<Int64> {
        Set(mergeRequests.rows.map(\.id.id)).union(approvals.rows.map(\.id.id))
            .union(provisionalEvents.rows.map(\.mergeRequest.id))
            .union(notes.rows.compactMap { Int64($0.subject.id) })
            .union(stateEvents.rows.compactMap { Int64($0.subject.id) })
            .union(listings.rows.compactMap { Int64($0.id.subject.id) })
    }

    /// The kinds of which it holds any record.
    package var kinds: Set<RecordKind> {
        Set(Self.tables.lazy.filter { $0.count(self) > 0 }.map(\.kind))
    }
}

extension RecordChanges {
    /// The merge requests that are all the changes concern in that project; `nil` if they concern anything else.
    package func mergeRequestsOnly(in project: ProjectKey) -> Set<Int64>? {
        let parts = [before[project], after[project]]
        guard parts.allSatisfy(\.concernsMergeRequestsOnly) else { return nil }
        return parts.reduce(into: []) { $0.formUnion($1.concernedMergeRequests) }
    }
}
