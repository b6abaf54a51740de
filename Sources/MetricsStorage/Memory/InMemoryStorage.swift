public import Foundation
public import MetricsCore

/// Records, state and an inbox in this process' memory: for tests, demonstrations, and programs that read GitLab anew at each
/// start.
///
/// Whole projects and whole kinds are answered without copying a record. Each call is one hop onto this actor and
/// happens at once, so that a batch is merged wholly or not at all, and two writers at a time lose nothing.
public actor InMemoryStorage: RecordStorage, StateStorage {
    private var stored: RecordSet
    /// By project, made when a project is first asked for a period.
    private var indices: [ProjectKey: ActivityIndex] = [:]
    private var state = VersionedState()
    var inbox: InboxQueue

    /// - Parameters:
    ///   - records: what the store holds from the start.
    ///   - inbox: how many deliveries may wait in it.
    public init(_ records: RecordSet = RecordSet(), inbox: InboxLimits = InboxLimits()) {
        stored = records
        self.inbox = InboxQueue(limits: inbox)
    }

    /// Complexity: O(records merged).
    @discardableResult
    public func merge(_ records: RecordSet) -> RecordChanges {
        let changes = stored.merge(records)
        for project in changes.projects where indices[project] != nil {
            updateIndex(of: project, by: changes)
        }
        return changes
    }

    /// Complexity: O(projects asked for), for conditions on projects and kinds alone; with a condition on activity
    /// O(records in that period), but O(n) for a project's first; with one on references O(n).
    public func records(matching query: RecordQuery) -> RecordSet {
        guard let period = query.activity else { return stored.matching(query) }
        var matching: [ProjectKey: ProjectRecords] = [:]
        for project in query.projects ?? Set(stored.projects.keys) {
            guard let records = stored.projects[project] else { continue }
            if query.mayExceedActivity, isMostlyActive(project, records, in: period) {
                matching[project] = records.narrowed(by: query)
                continue
            }
            let index = indices[project] ?? ActivityIndex(of: records)
            indices[project] = index
            matching[project] = index.active(in: period, of: records).narrowed(by: query)
        }
        return RecordSet(projects: matching)
    }

    /// Whether copying what the period concerns would cost more than sharing everything.
    private func isMostlyActive(
        _ project: ProjectKey, _ records: ProjectRecords, in period: Range<Instant>
    ) -> Bool {
        4 * (indices[project]?.count(activeIn: period) ?? records.count(activeIn: period))
            >= records.mergeRequests.count + records.deployments.count
    }

    @discardableResult
    public func remove(matching query: RecordQuery, at now: Instant) -> RecordChanges {
        merge(records(matching: query).tombstones(at: now))
    }

    private func updateIndex(of project: ProjectKey, by changes: RecordChanges) {
        let before = changes.before[project]
        let after = changes.after[project]
        if 2 * after.count > stored[project].count {
            // Most is new: making the index anew, when it is next asked, is cheaper.
            indices[project] = nil
        } else {
            indices[project]?.update(before: before, after: after)
        }
    }

    public func projects() -> Set<ProjectKey> { Set(stored.projects.keys) }

    public func value(for key: StateKey, at now: Instant) -> StoredValue? { state.value(for: key, at: now) }

    @discardableResult
    public func set(
        _ bytes: Data, for key: StateKey, expecting expected: StoredValue.Version?, expiry: Instant?,
        at now: Instant
    ) throws(StorageError) -> StoredValue.Version {
        try state.set(bytes, for: key, expecting: expected, expiry: expiry, at: now)
    }

    public func remove(
        _ key: StateKey, expecting expected: StoredValue.Version, at now: Instant
    ) throws(StorageError) {
        try state.remove(key, expecting: expected, at: now)
    }

    public func keys(in namespace: String, prefix: String, at now: Instant) -> [StateKey] {
        state.keys(in: namespace, prefix: prefix, at: now)
    }
}
