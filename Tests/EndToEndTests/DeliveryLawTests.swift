import FakeGitLab
import Foundation
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing
import WebhookModels

@Suite("Deliveries end in one set of records, in whatever order and however often they come")
struct DeliveryLawTests {
    /// 50, or more if the environment variable `TEST_SEEDS` says so.
    static let seeds =
        0..<max(50, ProcessInfo.processInfo.environment["TEST_SEEDS"].flatMap { UInt64($0) } ?? 0)

    @Test("Shuffled and repeated they say what they said in order and once", arguments: seeds)
    func shuffled(seed: UInt64) async throws {
        let arrivals = Arrival.all(of: try await DeliveredWorld.world(seed: seed % 5))
        let inOrder = try await Self.records(of: arrivals)
        var random = SeededGenerator(seed: seed)
        let outOfOrder = try await Self.records(of: arrivals.disturbed(using: &random))
        #expect(Set(outOfOrder.projects.keys) == Set(inOrder.projects.keys))
        for (key, records) in inOrder.projects {
            let other = outOfOrder[key]
            let (isEqual, isIdentical) = (other == records, other.isIdentical(to: records))
            #expect(isEqual, "seed \(seed): other facts")
            #expect(isIdentical, "seed \(seed): the same facts, otherwise learned")
        }
    }

    @Test("What is repeated after everything else changes nothing", arguments: 0..<UInt64(5))
    func repeated(seed: UInt64) async throws {
        let arrivals = Arrival.all(of: try await DeliveredWorld.world(seed: seed))
        let storage = InMemoryStorage()
        let receiver = WebhookReceiver(instance: "law", storage: storage)
        for arrival in arrivals { try await receiver.ingest(arrival.webhook, receivedAt: arrival.at) }
        for arrival in arrivals {
            let again = try await receiver.ingest(arrival.webhook, receivedAt: arrival.at + 3600)
            let isSame = again.changes.isEmpty
            #expect(isSame, "seed \(seed): \(again.kind)")
        }
    }

    private static func records(of arrivals: [Arrival]) async throws -> RecordSet {
        let storage = InMemoryStorage()
        let receiver = WebhookReceiver(instance: "law", storage: storage)
        for arrival in arrivals { try await receiver.ingest(arrival.webhook, receivedAt: arrival.at) }
        return await storage.records(matching: .all)
    }
}

/// A delivery and when it came.
private struct Arrival {
    let webhook: VerifiedWebhook
    var at: Date

    /// One a second.
    static func all(of delivered: DeliveredWorld) -> [Self] {
        delivered.webhooks.enumerated().map {
            Self(webhook: $0.element, at: DeliveredWorld.start + Double($0.offset))
        }
    }
}

extension [Arrival] {
    /// In another order, and one in three a second time, an hour later.
    fileprivate func disturbed(using random: inout SeededGenerator) -> Self {
        var result = self
        for arrival in self where random.next() % 3 == 0 {
            result.append(Arrival(webhook: arrival.webhook, at: arrival.at + 3600))
        }
        for index in result.indices.dropLast() {
            result.swapAt(index, index + Int(random.next() % UInt64(result.count - index)))
        }
        return result
    }
}
