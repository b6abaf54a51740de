import Foundation
import MetricsCore
import MetricsStorage

extension StorageRequirement {
    static let listing = [
        StorageRequirement(
            "key listing", "keys of one namespace with the prefix, byte by byte, and sorted so"
        ) {
            makeStore in
            let store = try await makeStore()
            for key in oddKeys.reversed() {
                try await store.set(Data([1]), for: key, expecting: nil, expiry: nil, at: now)
            }
            let namespaces = Set(oddKeys.map(\.namespace)).union(["absent"])
            let prefixes = oddKeys.map(\.name) + ["long/", "a/", "日", "absent"]
            for namespace in namespaces.sorted() {
                for prefix in prefixes {
                    let seen = try await store.keys(in: namespace, prefix: prefix, at: now)
                    let expected = oddKeys.filter {
                        $0.namespace == namespace && $0.name.utf8.starts(with: prefix.utf8)
                    }.sorted()
                    try require(
                        seen == expected,
                        "keys of \"\(namespace)\" with prefix \"\(prefix)\": \(seen), expected \(expected)")
                }
            }
        },
        StorageRequirement("state beside records", "records and state do not touch each other") { makeStore in
            var generator = RecordGenerator(seed: 9)
            let set = generator.set(of: 30)
            let store = try await makeStore()
            try await store.merge(set)
            try await store.set(Data([1]), for: key, expecting: nil, expiry: nil, at: now)
            try await requireContents(set, of: store, after: "setting state")
            try await store.remove(matching: .all, at: now)
            let seen = try await store.value(for: key, at: now)
            try require(seen?.bytes == Data([1]), "removing all records took state with it")
        },
    ]
}
