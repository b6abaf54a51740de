import MetricsCore
import MetricsStorage

extension StorageRequirement {
    static let changes = [
        StorageRequirement("exact changes", "a merge reports what it really changed, and no more") {
            makeStore in
            try await checkChanges(makeStore) { expected, seen, _ in
                try require(
                    seen.before.isIdentical(to: expected.before)
                        && seen.after.isIdentical(to: expected.after),
                    """
                    a merge that changed \(expected.before.census) to \(expected.after.census) \
                    reported \(seen.before.census) and \(seen.after.census)
                    """)
            }
        },
        StorageRequirement(
            "reversible changes", "taking back what a merge reported restores the facts before it"
        ) {
            makeStore in
            try await checkChanges(makeStore) { _, seen, states in
                var reverted = states.after
                reverted.revert(seen)
                try require(
                    reverted == states.before,
                    "taking back a merge left \(reverted.census) where \(states.before.census) had been")
            }
        },
        StorageRequirement("nothing new", "merging what the store holds, or older news, reports no change") {
            makeStore in
            var generator = RecordGenerator(seed: 4)
            let set = generator.set(of: 100)
            let store = try await makeStore()
            try await store.merge(set)
            let again = try await store.merge(set)
            try require(
                again.isEmpty, "merging the same twice was reported as a change of \(again.after.census)")

            let project = RecordGenerator.projects[0]
            var record = PipelineRecord(id: PipelineKey(project.instance, 99), project: project)
            record.startedAt = Register(nil, stamp: Stamp(readBegan: 2))
            try await store.merge(RecordSet([record]))
            record.startedAt?.stamp = Stamp(readBegan: 3)
            let reread = try await store.merge(RecordSet([record]))
            try require(reread.isEmpty, "reading the same once more was reported as a change")
            record.startedAt = Register(Instant(secondsSince1970: 1), stamp: Stamp(readBegan: 1))
            let late = try await store.merge(RecordSet([record]))
            try require(late.isEmpty, "a late, older statement was reported as a change")
        },
    ]

    private typealias States = (before: RecordSet, after: RecordSet)

    /// Merges batches into a store and into a plain set side by side.
    private static func checkChanges(
        _ makeStore: Factory,
        _ check: (_ expected: RecordChanges, _ seen: RecordChanges, States) throws -> Void
    ) async throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            var generator = RecordGenerator(seed: seed)
            generator.tombstones = 10
            let store = try await makeStore()
            var model = RecordSet()
            for _ in 0..<12 {
                let batch = generator.set(of: 10)
                let before = model
                let expected = model.merge(batch)
                let seen = try await store.merge(batch)
                try check(expected, seen, (before, model))
            }
        }
    }
}
