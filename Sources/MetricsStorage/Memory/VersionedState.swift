import Foundation
import MetricsCore

/// Bytes under keys, each write with a version of its own.
struct VersionedState {
    private struct Entry {
        var value: StoredValue
        var expiry: Instant?

        func isLive(at now: Instant) -> Bool { expiry.map { now < $0 } ?? true }
    }

    private var entries: [StateKey: Entry] = [:]
    /// One count for all keys: a version does not come back even when its key was removed in between.
    private var lastVersion: Int64 = 0
    /// Expired entries are dropped when there are this many, so that short-lived keys do not pile up.
    private var sweepsAt = 64

    func value(for key: StateKey, at now: Instant) -> StoredValue? {
        guard let entry = entries[key], entry.isLive(at: now) else { return nil }
        return entry.value
    }

    mutating func set(
        _ bytes: Data, for key: StateKey, expecting expected: StoredValue.Version?, expiry: Instant?,
        at now: Instant
    ) throws(StorageError) -> StoredValue.Version {
        try demand(expected, of: key, at: now)
        lastVersion += 1
        let version = StoredValue.Version(rawValue: lastVersion)
        entries[key] = Entry(value: StoredValue(bytes: bytes, version: version), expiry: expiry)
        if entries.count >= sweepsAt { sweep(at: now) }
        return version
    }

    private mutating func sweep(at now: Instant) {
        entries = entries.filter { $0.value.isLive(at: now) }
        sweepsAt = max(64, 2 * entries.count)
    }

    mutating func remove(
        _ key: StateKey, expecting expected: StoredValue.Version, at now: Instant
    ) throws(StorageError) {
        try demand(expected, of: key, at: now)
        entries[key] = nil
    }

    func keys(in namespace: String, prefix: String, at now: Instant) -> [StateKey] {
        entries.lazy
            .filter { key, entry in
                key.namespace == namespace && key.name.utf8.starts(with: prefix.utf8) && entry.isLive(at: now)
            }
            .map(\.key).sorted()
    }

    private func demand(
        _ expected: StoredValue.Version?, of key: StateKey, at now: Instant
    ) throws(StorageError) {
        guard value(for: key, at: now)?.version == expected else {
            throw StorageError(.conflict, detail: "\(key) was changed by another writer")
        }
    }
}
