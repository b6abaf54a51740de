public import Foundation
public import MetricsCore

/// Small pieces of state beside the records: checkpoints, status, selections, roll-ups. Each is bytes under a key
/// with a version, replaced by compare-and-set, so that two writers cannot overwrite each other unseen.
public protocol StateStorage: Sendable {
    /// The value under that key, unless there is none or it has expired at `now`.
    func value(for key: StateKey, at now: Instant) async throws(StorageError) -> StoredValue?

    /// Stores the bytes if the key still has the version the caller read.
    ///
    /// - Parameters:
    ///   - expected: the version read before, `nil` when the key had no value.
    ///   - expiry: when the value ceases to be; `nil` for never.
    /// - Returns: the new version.
    /// - Throws: `StorageError` with `.conflict` when somebody else was faster.
    @discardableResult
    func set(
        _ bytes: Data, for key: StateKey, expecting expected: StoredValue.Version?, expiry: Instant?,
        at now: Instant
    ) async throws(StorageError) -> StoredValue.Version

    /// Removes the value if the key still has that version.
    func remove(_ key: StateKey, expecting expected: StoredValue.Version, at now: Instant)
        async throws(StorageError)

    /// The keys of a namespace whose names begin with the prefix, byte by byte, sorted, without the expired.
    func keys(in namespace: String, prefix: String, at now: Instant) async throws(StorageError) -> [StateKey]
}
