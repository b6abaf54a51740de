import Foundation
import MetricsCore
import MetricsStorage

extension StorageRequirement {
    static let concurrency = [
        StorageRequirement("concurrent merges", "writers at the same time lose nothing") { makeStore in
            for seed in 1...3 as ClosedRange<UInt64> {
                var generator = RecordGenerator(seed: seed)
                let batches = (0..<40).map { _ in generator.set(of: 8) }
                let expected = batches.reduce(into: RecordSet()) { $0.merge($1) }
                let store = try await makeStore()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for batch in batches { group.addTask { _ = try await store.merge(batch) } }
                    try await group.waitForAll()
                }
                try await requireContents(expected, of: store, after: "merging 40 batches at the same time")
            }
        },
        StorageRequirement("whole batches", "a reader sees a batch wholly or not at all") { makeStore in
            let store = try await makeStore()
            let projects = RecordGenerator.projects
            let batch = RecordSet(
                projects.flatMap { project in
                    (1...50).map {
                        PipelineRecord(
                            id: PipelineKey(project.instance, 100 * project.id + $0), project: project)
                    }
                })
            try await withThrowingTaskGroup(of: Int.self) { group in
                group.addTask {
                    try await store.merge(batch)
                    return batch.count
                }
                for _ in 0..<20 { group.addTask { try await store.records(matching: .all).count } }
                for try await count in group {
                    try require(
                        count == 0 || count == batch.count,
                        "a reader saw \(count) of a batch of \(batch.count) records")
                }
            }
        },
        StorageRequirement("one winner", "of writers that expect the same version exactly one succeeds") {
            makeStore in
            let store = try await makeStore()
            let key = StateKey(namespace: "conformance", name: "counter")
            let now = Instant(secondsSince1970: 0)
            let writers = 20
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<writers {
                    group.addTask { try await increment(key, in: store, attempts: 20 * writers, at: now) }
                }
                try await group.waitForAll()
            }
            let count = try await store.value(for: key, at: now)?.bytes.count
            try require(count == writers, "\(writers) writers added one byte each; \(count ?? 0) were kept")
        },
    ]

    /// Reads, adds one byte, writes if nobody else did, and tries again if somebody had.
    private static func increment(
        _ key: StateKey, in store: any StateStorage, attempts: Int, at now: Instant
    ) async throws {
        for _ in 0..<attempts {
            let old = try await store.value(for: key, at: now)
            // Gives the other writers time to read the same version.
            await Task.yield()
            do {
                let bytes = (old?.bytes ?? Data()) + [1]
                try await store.set(bytes, for: key, expecting: old?.version, expiry: nil, at: now)
                return
            } catch {
                guard error.code == .conflict else { throw error }
                await Task.yield()
            }
        }
        throw StorageViolation("a writer did not succeed in \(attempts) attempts")
    }
}
