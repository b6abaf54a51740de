import Foundation
import MetricsCore
import MetricsStorage

extension StorageRequirement {
    static let expiry = [
        StorageRequirement("expiry", "a value is there until the instant of its expiry, and not from it on") {
            makeStore in
            let store = try await makeStore()
            let end = now.advanced(bySeconds: 10)
            let version = try await store.set(Data([1]), for: key, expecting: nil, expiry: end, at: now)
            let last = try await store.value(for: key, at: end.advanced(bySeconds: -1))
            try require(last?.version == version, "a value was gone a second before its expiry")
            let keys = try await store.keys(in: key.namespace, prefix: "", at: end.advanced(bySeconds: -1))
            try require(keys == [key], "a key was not listed a second before its expiry")
            let expired = try await store.value(for: key, at: end)
            try require(expired == nil, "a value was there at the instant of its expiry")
            let left = try await store.keys(in: key.namespace, prefix: "", at: end)
            try require(left.isEmpty, "a key was listed at the instant of its expiry")
        },
        StorageRequirement("after expiry", "an expired key is written as one that never had a value") {
            makeStore in
            let store = try await makeStore()
            let end = now.advanced(bySeconds: 10)
            let version = try await store.set(Data([1]), for: key, expecting: nil, expiry: end, at: now)
            try await requireConflict("setting an expired key at its old version") {
                try await store.set(Data([2]), for: key, expecting: version, expiry: nil, at: end)
            }
            try await requireConflict("removing an expired key") {
                try await store.remove(key, expecting: version, at: end)
            }
            try await store.set(Data([3]), for: key, expecting: nil, expiry: nil, at: end)
            let seen = try await store.value(for: key, at: .distantFuture)
            try require(seen?.bytes == Data([3]), "a value without expiry, set over an expired one, was gone")
        },
        StorageRequirement("a new expiry", "each write states the expiry anew") { makeStore in
            let store = try await makeStore()
            let soon = now.advanced(bySeconds: 1)
            var version = try await store.set(Data([1]), for: key, expecting: nil, expiry: soon, at: now)
            version = try await store.set(Data([1]), for: key, expecting: version, expiry: nil, at: now)
            let kept = try await store.value(for: key, at: soon)
            try require(kept?.version == version, "a value outlived by its former expiry was gone")
            try await store.set(Data([1]), for: key, expecting: version, expiry: soon, at: now)
            let expired = try await store.value(for: key, at: soon)
            try require(expired == nil, "a value given an expiry later never expired")
        },
    ]
}
