import Foundation
import MetricsCore
import MetricsStorage

/// The checkpoint of one list, held open by the one task that reads the list.
struct Bookmark {
    private let key: StateKey
    private let state: any StateStorage
    private var version: StoredValue.Version?
    /// `nil` before the list was ever read.
    private(set) var checkpoint: Checkpoint?

    init(
        _ list: String, of project: ProjectKey, in state: any StateStorage, at now: Date
    ) async throws(StorageError) {
        self.state = state
        key = Checkpoint.key(project, list)
        guard let stored = try await state.value(for: key, at: Instant(now)) else { return }
        version = stored.version
        do {
            checkpoint = try JSONDecoder().decode(Checkpoint.self, from: stored.bytes)
        } catch {
            throw StorageError(.unreadable, detail: "checkpoint \(key)", underlying: error)
        }
    }

    /// - Throws: `.conflict` when another run has moved it.
    mutating func save(_ checkpoint: Checkpoint, at now: Date) async throws(StorageError) {
        guard checkpoint != self.checkpoint else { return }
        let bytes: Data
        do {
            bytes = try JSONEncoder().encode(checkpoint)
        } catch {
            throw StorageError(.unreadable, detail: "checkpoint \(key)", underlying: error)
        }
        version = try await state.set(bytes, for: key, expecting: version, expiry: nil, at: Instant(now))
        self.checkpoint = checkpoint
    }
}
