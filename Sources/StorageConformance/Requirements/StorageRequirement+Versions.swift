import Foundation
import MetricsCore
import MetricsStorage

extension StorageRequirement {
    static let versions = [
        StorageRequirement("state round trip", "bytes come back as they were set, under any key") {
            makeStore in
            let store = try await makeStore()
            for (index, key) in oddKeys.enumerated() {
                let absent = try await store.value(for: key, at: now)
                try require(absent == nil, "a key never set, \(key), had a value")
                let bytes = index == 0 ? Data() : Data((0...255).map(UInt8.init) + [UInt8(index)])
                let version = try await store.set(bytes, for: key, expecting: nil, expiry: nil, at: now)
                let seen = try await store.value(for: key, at: now)
                try require(
                    seen == StoredValue(bytes: bytes, version: version),
                    "\(key) was set to \(bytes.count) bytes and read as \(seen?.bytes.count ?? 0)")
            }
        },
        StorageRequirement(
            "compare and set", "a write that expects another version fails and changes nothing"
        ) {
            makeStore in
            let store = try await makeStore()
            let first = try await store.set(Data([1]), for: key, expecting: nil, expiry: nil, at: now)
            try await requireConflict("setting a key that has a value as if it had none") {
                try await store.set(Data([9]), for: key, expecting: nil, expiry: nil, at: now)
            }
            let second = try await store.set(Data([2]), for: key, expecting: first, expiry: nil, at: now)
            try await requireConflict("setting a key at a version of the past") {
                try await store.set(Data([9]), for: key, expecting: first, expiry: nil, at: now)
            }
            try await requireConflict("removing a key at a version of the past") {
                try await store.remove(key, expecting: first, at: now)
            }
            let other = StateKey(namespace: key.namespace, name: "other")
            try await requireConflict("setting a key that has no value as if it had one") {
                try await store.set(Data([9]), for: other, expecting: second, expiry: nil, at: now)
            }
            try await requireConflict("removing a key that has no value") {
                try await store.remove(other, expecting: second, at: now)
            }
            let seen = try await store.value(for: key, at: now)
            try require(
                seen == StoredValue(bytes: Data([2]), version: second),
                "a write that failed changed the value")
            let absent = try await store.value(for: other, at: now)
            try require(absent == nil, "a write that failed left a value")
        },
        StorageRequirement("removed state", "a removed key has no value and can be set anew") { makeStore in
            let store = try await makeStore()
            let version = try await store.set(Data([1]), for: key, expecting: nil, expiry: nil, at: now)
            try await store.remove(key, expecting: version, at: now)
            let absent = try await store.value(for: key, at: now)
            try require(absent == nil, "a removed key had a value")
            let keys = try await store.keys(in: key.namespace, prefix: "", at: now)
            try require(keys.isEmpty, "a removed key was listed")
            try await store.set(Data([2]), for: key, expecting: nil, expiry: nil, at: now)
            let seen = try await store.value(for: key, at: now)
            try require(
                seen?.bytes == Data([2]), "a key set anew after its removal did not have the new value")
        },
        StorageRequirement(
            "versions never repeat", "no two writes of a key have the same version, whatever is between"
        ) {
            makeStore in
            let store = try await makeStore()
            var seen: Set<StoredValue.Version> = []
            for round in 0..<5 {
                let later = Instant(secondsSince1970: Int64(round) * 100)
                var version = try await store.set(
                    Data([0]), for: key, expecting: nil, expiry: later.advanced(bySeconds: 10), at: later)
                try require(seen.insert(version).inserted, "a version came back after removal or expiry")
                version = try await store.set(
                    Data([0]), for: key, expecting: version, expiry: later.advanced(bySeconds: 10), at: later)
                try require(seen.insert(version).inserted, "the same bytes set again kept their version")
                if round.isMultiple(of: 2) { try await store.remove(key, expecting: version, at: later) }
            }
        },
    ]

    static let now = Instant(secondsSince1970: 1_000)
    static let key = StateKey(namespace: "conformance", name: "key")

    /// Empty, long, in other scripts, with what file systems, paths, patterns and SQL treat specially.
    static let oddKeys =
        [
            "", " ", "a/b", "../x", "%", "_", "*", "'; --", "\"", "\\", "\n", "ä", "日本語", "👩‍👩‍👧", "A",
            "a",
        ]
        .map { StateKey(namespace: "conformance", name: $0) }
        + [
            StateKey(namespace: "conformance", name: String(repeating: "long/", count: 200)),
            StateKey(namespace: "", name: "a"), StateKey(namespace: "conformance:a", name: "b"),
            StateKey(namespace: "conformance", name: "a:b"),
        ]

    static func requireConflict(_ deed: String, _ write: () async throws -> Void) async throws {
        do {
            try await write()
        } catch let error as StorageError where error.code == .conflict {
            return
        }
        throw StorageViolation("\(deed) was not refused")
    }
}
