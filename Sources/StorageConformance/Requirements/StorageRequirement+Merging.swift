import MetricsCore
import MetricsStorage

extension StorageRequirement {
    static let merging = [
        StorageRequirement("empty", "a new store holds nothing and answers every query with nothing") {
            makeStore in
            let store = try await makeStore()
            let records = try await store.records(matching: .all)
            try require(records.isEmpty, "a new store held \(records.census)")
            let projects = try await store.projects()
            try require(projects.isEmpty, "a new store named \(projects.count) projects")
            let changes = try await store.merge(RecordSet())
            try require(changes.isEmpty, "merging nothing into an empty store was reported as a change")
        },
        StorageRequirement("round trip", "every record of every kind is given back as it was merged") {
            makeStore in
            for seed in 1...10 as ClosedRange<UInt64> {
                var generator = RecordGenerator(seed: seed)
                let set = generator.set(of: 200)
                let store = try await makeStore()
                try await store.merge(set)
                try await requireContents(set, of: store, after: "merging one batch")
            }
        },
        StorageRequirement("any order", "the order, repetition and overlap of batches do not matter") {
            makeStore in
            for seed in 1...10 as ClosedRange<UInt64> {
                var generator = RecordGenerator(seed: seed)
                let batches = (0..<8).map { _ in generator.set(of: 15) }
                let expected = batches.reduce(into: RecordSet()) { $0.merge($1) }
                let overlapping = batches + [batches[0].merging(batches[1]), batches[2], batches[2]]
                let store = try await makeStore()
                for batch in overlapping.shuffled(using: &generator.random) { try await store.merge(batch) }
                try await requireContents(expected, of: store, after: "merging batches shuffled and repeated")
            }
        },
        StorageRequirement("two instances", "equal ids of two instances, and of two projects, are kept apart")
        {
            makeStore in
            let store = try await makeStore()
            for project in RecordGenerator.projects {
                var generator = RecordGenerator(seed: 1)
                var record = MergeRequestRecord(id: MergeRequestKey(project.instance, 1), project: project)
                record.webURL = Register("of \(project)", stamp: Stamp(readBegan: generator.number(1...1)))
                try await store.merge(RecordSet([record]))
            }
            for project in RecordGenerator.projects {
                let records = try await store.records(matching: RecordQuery(projects: [project]))
                let seen = records[project].mergeRequests.map { $0.webURL?.value }
                try require(seen == ["of \(project)"], "\(project) held merge requests \(seen)")
                try require(records.count == 1, "the answer for \(project) held \(records.census)")
            }
        },
        StorageRequirement("large batch", "a batch of 20,000 records is merged as a whole") { makeStore in
            let set = RecordSet(largeBatch)
            let store = try await makeStore()
            let changes = try await store.merge(set)
            try require(
                changes.after.count == set.count,
                "of \(set.count) new records \(changes.after.count) were reported")
            try await requireContents(set, of: store, after: "merging a large batch")
        },
    ]

    /// Holds the store to containing exactly these records, and to naming their projects.
    static func requireContents(
        _ expected: RecordSet, of store: any RecordStorage, after deed: String
    ) async throws {
        let seen = try await store.records(matching: .all)
        try require(
            seen.isIdentical(to: expected),
            "after \(deed) the store held \(seen.census); expected \(expected.census), to the last stamp")
        let projects = try await store.projects()
        try require(
            projects == Set(expected.projects.keys),
            "after \(deed) the store named \(projects.count) projects of \(expected.projects.count)")
    }

    private static var largeBatch: [PipelineRecord] {
        let project = RecordGenerator.projects[0]
        return (1...20_000).map { id in
            var record = PipelineRecord(id: PipelineKey(project.instance, id), project: project)
            record.startedAt = Register(Instant(secondsSince1970: Int64(id)), stamp: Stamp(readBegan: 1))
            return record
        }
    }
}
