import Foundation
import MetricsCore
import Testing

@Suite("Polling alone, webhooks with refreshes, and both mixed end with the same records: the world's")
struct WebhookLawTests {
    @Test(
        "While people work, and deliveries come twice, late and in any order",
        arguments: 0..<UInt64(ProcessInfo.processInfo.environment["TEST_SEEDS"].flatMap { UInt64($0) } ?? 12))
    func law(seed: UInt64) async throws {
        let run = try await WebhookLawRun(seed: seed)
        try await run.work(60)
        #expect(run.deliveries > 10)
        try await run.rest()
        try await run.law.expectWorld()
        try await run.law.expectWorld(in: run.told.storage)
        try await run.law.expectWorld(in: run.both.storage)
    }
}
