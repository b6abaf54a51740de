import Foundation
import GitLabVocabulary
import MetricsCore
import MetricsStorage

/// How far one owner's deliveries were looked after.
struct RecoveryMark: Codable, Hashable {
    /// Everything that was sent before is here, in seconds since 1970.
    var until: Instant
    /// The newest entry of the log by then.
    var lastEvent: HookEventID?
    /// How many had failed in a row by then.
    var failing = 0
    /// Sendings that failed again and were read instead. They stand in the log once more.
    var settled: Set<String> = []
}

/// The mark of one owner, as it is kept.
struct RecoveryBookmark {
    private let key: StateKey
    private let state: any StateStorage
    private let version: StoredValue.Version?
    /// `nil` before the first look.
    let mark: RecoveryMark?

    /// What is kept and cannot be read counts as not there.
    init(_ key: StateKey, in state: any StateStorage, at now: Date) async throws(StorageError) {
        self.key = key
        self.state = state
        let stored = try await state.value(for: key, at: Instant(now))
        version = stored?.version
        mark = stored.flatMap { try? JSONDecoder().decode(RecoveryMark.self, from: $0.bytes) }
    }

    /// - Throws: `.conflict` when another run has moved it.
    func save(_ mark: RecoveryMark, at now: Date) async throws(StorageError) {
        let bytes: Data
        do {
            bytes = try JSONEncoder().encode(mark)
        } catch {
            throw StorageError(.unreadable, detail: "mark \(key)", underlying: error)
        }
        try await state.set(bytes, for: key, expecting: version, expiry: nil, at: Instant(now))
    }
}
