import Foundation
import MetricsCore
import MetricsStorage
import StorageConformance
import Testing

@Suite("An inbox in memory")
struct InMemoryInboxTests {
    static let now = Instant(secondsSince1970: 1_000_000)

    static func entry(_ delivery: Int, subject: String? = nil, bytes: Int = 1) -> InboxEntry {
        InboxEntry(
            id: InboxEntry.ID("alpha", "\(delivery)"), project: ProjectKey("alpha", delivery % 50),
            kind: "note", subject: subject, receivedAt: 0, bytes: Data(count: bytes))
    }

    @Test("obeys every law of inboxes", arguments: InboxRequirement.all)
    func conforms(_ requirement: InboxRequirement) async throws {
        try await requirement.check { InMemoryStorage() }
    }

    @Test("refuses what it has no room for, keeps what it has, and has room again when something is done")
    func full() async throws {
        for limits in [InboxLimits(entries: 2), InboxLimits(bytes: 25)] {
            let inbox = InMemoryStorage(inbox: limits)
            for delivery in 0..<2 { try await inbox.enqueue(Self.entry(delivery, bytes: 10), at: Self.now) }
            let error = await #expect(throws: StorageError.self) {
                try await inbox.enqueue(Self.entry(2, bytes: 10), at: Self.now)
            }
            #expect(error?.code == .full)
            // A known delivery is no news, whether there is room or not.
            #expect(try await inbox.enqueue(Self.entry(1), at: Self.now) == false)
            let claims = await inbox.claim(upTo: 1, perProject: 1, lease: 60, at: Self.now)
            for claim in claims { #expect(await inbox.acknowledge(claim, at: Self.now)) }
            #expect(try await inbox.enqueue(Self.entry(2, bytes: 10), at: Self.now))
            #expect(await inbox.counts(at: Self.now).waiting == 2)
        }
    }

    @Test("forgets a delivery when its time is over, or others have taken its place")
    func memory() async throws {
        let inbox = InMemoryStorage(inbox: InboxLimits(remembered: 3, memory: 100))
        func process(_ delivery: Int, at now: Instant) async throws -> Bool {
            guard try await inbox.enqueue(Self.entry(delivery), at: now) else { return false }
            for claim in await inbox.claim(upTo: 1, perProject: 1, lease: 60, at: now) {
                await inbox.acknowledge(claim, at: now)
            }
            return true
        }
        for delivery in 0..<4 { #expect(try await process(delivery, at: Self.now)) }
        #expect(try await process(3, at: Self.now) == false)
        #expect(try await process(0, at: Self.now))
        let end = Self.now.advanced(bySeconds: 100)
        #expect(try await process(3, at: end.advanced(bySeconds: -1)) == false)
        #expect(try await process(3, at: end))
    }

    @Test("takes twenty thousand deliveries of one subject, or of many, without searching")
    func manyDeliveries() async throws {
        let inbox = InMemoryStorage()
        for delivery in 0..<20_000 {
            let subject = delivery.isMultiple(of: 2) ? "merge_request/1" : nil
            try await inbox.enqueue(Self.entry(delivery, subject: subject), at: Self.now)
        }
        var done = 0
        while true {
            let claims = await inbox.claim(upTo: 100, perProject: 10, lease: 60, at: Self.now)
            if claims.isEmpty { break }
            for claim in claims { await inbox.acknowledge(claim, at: Self.now) }
            done += claims.count
        }
        #expect(done == 20_000)
        #expect(await inbox.counts(at: Self.now) == InboxCounts())
        #expect(await inbox.nextDue(after: Self.now) == nil)
    }
}
