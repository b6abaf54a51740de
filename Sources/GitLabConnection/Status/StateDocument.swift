import Foundation
import GitLabAPI
import MetricsCore
import MetricsStorage
import WireFormat

/// One value in a `StateStorage`, with the version of its form, changed by compare-and-set so that no writer overwrites
/// another unseen.
struct StateDocument<Value: Codable & Sendable>: Sendable {
    let key: StateKey
    let state: any StateStorage
    let time: any TimeSource

    /// - Throws: `.unreadable` when what is stored is not such a value.
    func value() async throws(StorageError) -> Value? {
        guard let stored = try await state.value(for: key, at: Instant(time.now)) else { return nil }
        return try decode(stored)
    }

    /// Applies the change to what is stored now, again as often as somebody else was faster; `nil` removes it.
    ///
    /// - Returns: what is stored then.
    @discardableResult
    func update(_ change: (Value?) -> Value?) async throws(StorageError) -> Value? {
        while true {
            let now = Instant(time.now)
            let stored = try await state.value(for: key, at: now)
            var old: Value?
            if let stored { old = try decode(stored) }
            let new = change(old)
            do throws(StorageError) {
                if let new {
                    try await state.set(
                        try encode(new), for: key, expecting: stored?.version, expiry: nil, at: now)
                } else if let stored {
                    try await state.remove(key, expecting: stored.version, at: now)
                }
                return new
            } catch {
                guard error.code == .conflict, !Task.isCancelled else { throw error }
            }
        }
    }

    private struct Form: Codable {
        var format = 1
        var value: Value
    }

    private func decode(_ stored: StoredValue) throws(StorageError) -> Value {
        guard let form = try? JSON.decode(Form.self, from: stored.bytes), form.format == 1 else {
            throw StorageError(.unreadable, detail: "\(key.namespace) is not as this version writes it")
        }
        return form.value
    }

    private func encode(_ value: Value) throws(StorageError) -> Data {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return try encoder.encode(Form(value: value))
        } catch {
            throw StorageError(.unreadable, detail: "\(key.namespace) cannot be written")
        }
    }
}
