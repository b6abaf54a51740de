import MetricsCore
import MetricsStorage

extension StorageRequirement {
    static let querying = [
        query("projects", "a condition on projects holds for those projects' records") { generator, _ in
            RecordQuery(projects: generator.some(RecordGenerator.projects + [ProjectKey("alpha", 99)]))
        },
        query("kinds", "a condition on kinds holds for records of those kinds") { generator, _ in
            RecordQuery(kinds: generator.some(RecordKind.allCases))
        },
        query("activity", "a condition on activity holds for what metrics of that period read") {
            generator, _ in
            RecordQuery(activity: generator.period())
        },
        query("references", "a condition on references holds for what they name and what hangs on it") {
            generator, stored in
            RecordQuery(references: generator.references(in: stored))
        },
        query("conditions together", "a record is in the answer if all conditions hold, whatever their order")
        {
            generator, stored in
            RecordQuery(
                projects: generator.maybe { $0.some(RecordGenerator.projects) },
                kinds: generator.maybe { $0.some(RecordKind.allCases) },
                activity: generator.maybe { $0.period() },
                references: generator.maybe { $0.references(in: stored) })
        },
        StorageRequirement("empty conditions", "a condition that is an empty set holds for nothing") {
            makeStore in
            var generator = RecordGenerator(seed: 1)
            let store = try await makeStore()
            try await store.merge(generator.set(of: 50))
            for query in [RecordQuery(projects: []), RecordQuery(kinds: []), RecordQuery(references: [])] {
                let seen = try await store.records(matching: query)
                try require(seen.isEmpty, "an empty set of wanted things was answered with \(seen.census)")
            }
        },
        StorageRequirement("a read is a value", "what a query gave does not change when the store does") {
            makeStore in
            var generator = RecordGenerator(seed: 2)
            let first = generator.set(of: 50)
            let store = try await makeStore()
            try await store.merge(first)
            let read = try await store.records(matching: .all)
            try await store.merge(generator.set(of: 50))
            try require(read.isIdentical(to: first), "an answer changed after it was given")
        },
    ]

    /// Holds the answers, over a store that goes on changing, to `RecordSet.matching(_:)`.
    private static func query(
        _ name: String, _ demand: String,
        _ make: @escaping @Sendable (inout RecordGenerator, _ stored: RecordSet) -> RecordQuery
    ) -> StorageRequirement {
        StorageRequirement(name, demand) { makeStore in
            for seed in 1...8 as ClosedRange<UInt64> {
                var generator = RecordGenerator(seed: seed)
                // Seconds apart, and weeks.
                generator.step = seed.isMultiple(of: 2) ? 1 : 1_000_000
                let store = try await makeStore()
                var model = RecordSet()
                for _ in 0..<4 {
                    let batch = generator.set(of: 40)
                    model.merge(batch)
                    try await store.merge(batch)
                    for _ in 0..<4 {
                        let query = make(&generator, model)
                        let seen = try await store.records(matching: query)
                        let expected = model.matching(query)
                        try require(
                            seen.isIdentical(to: expected),
                            "\(query) was answered with \(seen.census) instead of \(expected.census)")
                    }
                }
            }
        }
    }
}

extension RecordGenerator {
    /// Some of the values, at times none.
    mutating func some<Value: Hashable>(_ values: [Value]) -> Set<Value> {
        Set(values.filter { _ in chance(40) })
    }

    /// References to some things stored and one that is not.
    mutating func references(in stored: RecordSet) -> Set<RecordReference> {
        var references: [RecordReference] = []
        for key in stored.projects.keys.sorted() {
            _ = stored[key].filter { reference, parent in
                references.append(parent ?? reference)
                return false
            }
        }
        references.sort()
        var wanted: Set<RecordReference> = [.pipeline(PipelineKey("gamma", 1))]
        for _ in 0..<5 where !references.isEmpty { wanted.insert(pick(references)) }
        return wanted
    }
}
