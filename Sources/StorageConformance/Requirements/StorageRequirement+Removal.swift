import MetricsCore
import MetricsStorage

extension StorageRequirement {
    static let removal = [
        StorageRequirement("removal", "removing leaves tombstones in place of what the query asks for") {
            makeStore in
            for seed in 1...10 as ClosedRange<UInt64> {
                var generator = RecordGenerator(seed: seed)
                let set = generator.set(of: 80)
                let now = generator.instant()
                let query = RecordQuery(
                    projects: generator.maybe { $0.some(RecordGenerator.projects) },
                    kinds: generator.maybe { $0.some(RecordKind.allCases) },
                    references: generator.maybe { $0.references(in: set) })
                let store = try await makeStore()
                try await store.merge(set)
                let seen = try await store.remove(matching: query, at: now)
                var model = set
                let expected = model.merge(set.matching(query).tombstones(at: now))
                try require(
                    seen.before.isIdentical(to: expected.before)
                        && seen.after.isIdentical(to: expected.after),
                    "removing \(expected.before.census) was reported as removing \(seen.before.census)")
                try await requireContents(model, of: store, after: "removing \(query)")
                model.revert(seen)
                try require(
                    model == set, "taking back a removal left \(model.census) where \(set.census) had been")
            }
        },
        StorageRequirement(
            "removed for good", "a late fact does not bring back what was removed, nor its children"
        ) {
            makeStore in
            var generator = RecordGenerator(seed: 6)
            generator.tombstones = 0
            let set = generator.set(of: 80)
            let store = try await makeStore()
            try await store.merge(set)
            let now = Instant(secondsSince1970: 100)
            try await store.remove(matching: .all, at: now)
            let late = try await store.merge(set)
            try require(
                late.isEmpty, "merging what was removed was reported as a change of \(late.after.census)")
            try await requireContents(
                set.tombstones(at: now), of: store, after: "removing all and merging it again")
        },
        StorageRequirement("a tombstone that comes in a batch", "is obeyed as one the store made itself") {
            makeStore in
            var generator = RecordGenerator(seed: 7)
            generator.tombstones = 0
            let set = generator.set(of: 80)
            let tombstones = set.matching(RecordQuery(kinds: [.mergeRequest, .issue, .pipeline]))
                .tombstones(at: Instant(secondsSince1970: 1))
            for batches in [[set, tombstones], [tombstones, set]] {
                let store = try await makeStore()
                for batch in batches { try await store.merge(batch) }
                try await requireContents(
                    set.merging(tombstones), of: store, after: "merging tombstones and facts")
            }
        },
        StorageRequirement("removing nothing", "a removal that matches nothing changes nothing") {
            makeStore in
            var generator = RecordGenerator(seed: 8)
            let set = generator.set(of: 40)
            let store = try await makeStore()
            try await store.merge(set)
            let query = RecordQuery(references: [.pipeline(PipelineKey("gamma", 1))])
            let changes = try await store.remove(matching: query, at: Instant(secondsSince1970: 1))
            try require(
                changes.isEmpty, "removing nothing was reported as a change of \(changes.after.census)")
            try await requireContents(set, of: store, after: "removing nothing")
        },
    ]
}
