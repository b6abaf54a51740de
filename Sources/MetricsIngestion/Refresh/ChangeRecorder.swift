import MetricsCore
import MetricsStorage
import Synchronization

/// A store that remembers what was really changed through it.
final class ChangeRecorder: RecordStorage {
    private let storage: any RecordStorage
    private let recorded = Mutex<[RecordChanges]>([])

    init(_ storage: any RecordStorage) { self.storage = storage }

    /// In the order in which they happened.
    var changes: [RecordChanges] { recorded.withLock { $0 } }

    @discardableResult
    func merge(_ records: RecordSet) async throws(StorageError) -> RecordChanges {
        let changes = try await storage.merge(records)
        if !changes.isEmpty { recorded.withLock { $0.append(changes) } }
        return changes
    }

    func records(matching query: RecordQuery) async throws(StorageError) -> RecordSet {
        try await storage.records(matching: query)
    }

    @discardableResult
    func remove(matching query: RecordQuery, at now: Instant) async throws(StorageError) -> RecordChanges {
        try await storage.remove(matching: query, at: now)
    }

    func projects() async throws(StorageError) -> Set<ProjectKey> { try await storage.projects() }
}
