public import Foundation
public import MetricsCore

/// Records and state in this process' memory: for tests, demonstrations, and programs that read GitLab anew at each
/// start.
///
/// Whole projects and whole kinds are answered without copying a record. Each call is one hop onto this actor and
/// happens at once, so that a batch is merged wholly or not at all, and two writers at a time lose nothing.
public actor InMemoryStorage: RecordStorage, StateStorage {
    private var stored: RecordSet
    private var state = VersionedState()

    /// - Parameter records: what the store holds from the start.
    public init(_ records: RecordSet = RecordSet()) { stored = records }

    /// Complexity: O(records merged).
    @discardableResult
    public func merge(_ records: RecordSet) -> RecordChanges { stored.merge(records) }

    public func records(matching query: RecordQuery) -> RecordSet { stored.matching(query) }

    @discardableResult
    public func remove(matching query: RecordQuery, at now: Instant) -> RecordChanges {
        stored.merge(stored.matching(query).tombstones(at: now))
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
