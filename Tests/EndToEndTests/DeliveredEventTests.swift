import FakeGitLab
import Foundation
import Testing
import WebhookModels

@Suite("What the fake sends is what the package understands")
struct DeliveredEventTests {
    @Test("every delivery is proved, and tells of a kind that is known", arguments: 0..<UInt64(6))
    func understood(seed: UInt64) async throws {
        let webhooks = try await DeliveredWorld.world(seed: seed).webhooks
        #expect(webhooks.count > 50)
        #expect(Set(webhooks.map(\.id)).count == webhooks.count)
        var kinds: Set<WebhookKind> = []
        for webhook in webhooks {
            let event = try webhook.event()
            if case .unrecognized(let unknown) = event {
                Issue.record("\(webhook.header ?? "") is \(unknown.kind ?? "nothing")")
            }
            kinds.insert(event.kind)
        }
        #expect(kinds.isSuperset(of: [.mergeRequest, .note, .push, .pipeline]), "\(kinds)")
    }
}
