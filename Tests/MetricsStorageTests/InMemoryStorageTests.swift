import Foundation
import MetricsCore
import MetricsStorage
import StorageConformance
import Testing

@Suite("Storage in memory")
struct InMemoryStorageTests {
    @Test("obeys every law of storage", arguments: StorageRequirement.all)
    func conforms(_ requirement: StorageRequirement) async throws {
        try await requirement.check { InMemoryStorage() }
    }

    @Test("holds from the start what it was made with")
    func initial() async {
        var generator = RecordGenerator(seed: 1)
        let set = generator.set(of: 20)
        let store = InMemoryStorage(set)
        #expect(await store.records(matching: .all).isIdentical(to: set))
    }

    @Test(
        "asked leniently for a period, holds at least what the law demands, and nothing of other projects",
        arguments: 1...20 as ClosedRange<UInt64>)
    func lenientActivity(seed: UInt64) async throws {
        var generator = RecordGenerator(seed: seed)
        let set = generator.set(of: 60)
        let store = InMemoryStorage(set)
        let project = try #require(set.projects.keys.min())
        for width in [0, 3600, 86_400, 1_000_000_000] as [Int64] {
            let period = Instant(secondsSince1970: 0)..<Instant(secondsSince1970: width)
            let query = RecordQuery(projects: [project], activity: period, mayExceedActivity: true)
            let lenient = await store.records(matching: query)
            #expect(lenient.projects.keys.allSatisfy { $0 == project })
            #expect(lenient.merging(set.matching(query)).isIdentical(to: lenient))
            #expect(lenient.merging(set).isIdentical(to: set.merging(lenient)))
        }
    }

    @Test("short-lived keys do not pile up, and no live one is lost")
    func sweeping() async throws {
        let store = InMemoryStorage()
        func key(_ second: Int64) -> StateKey { StateKey(namespace: "dedupe", name: "\(second)") }
        for second in 0..<1_000 as Range<Int64> {
            let now = Instant(secondsSince1970: second)
            try await store.set(
                Data(), for: key(second), expecting: nil, expiry: now.advanced(bySeconds: 10), at: now)
        }
        let now = Instant(secondsSince1970: 999)
        let live = await store.keys(in: "dedupe", prefix: "", at: now)
        #expect(live == (990..<1_000).map(key))
        // Seen from the past, what has been swept is gone: far fewer than were ever set are kept.
        let kept = await store.keys(in: "dedupe", prefix: "", at: Instant(secondsSince1970: 0))
        #expect(kept.count < 100)
    }
}
