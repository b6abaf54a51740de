public import MetricsCore

/// Where records are kept. A database adapter implements this and `StateStorage`, and runs `StorageRequirement.all` to
/// prove it; with `DeliveryInbox`, and `InboxRequirement.all`, it takes webhooks too. There is nothing else.
public protocol RecordStorage: Sendable {
    /// Merges the records into the store by the merging laws, all or nothing.
    ///
    /// - Returns: what really changed; empty when everything was known.
    @discardableResult
    func merge(_ records: RecordSet) async throws(StorageError) -> RecordChanges

    /// The stored records the query asks for.
    func records(matching query: RecordQuery) async throws(StorageError) -> RecordSet

    /// Removes the records the query asks for, for good: tombstones keep a late fact from bringing them back.
    ///
    /// - Returns: what was removed, and the tombstones.
    @discardableResult
    func remove(matching query: RecordQuery, at now: Instant) async throws(StorageError) -> RecordChanges

    /// The projects of which any record is stored.
    func projects() async throws(StorageError) -> Set<ProjectKey>
}
