import Foundation
import MetricsCore
import MetricsIngestion
import MetricsStorage
import WebhookModels
import WireFormat

/// A receiver, and the store behind it.
struct ReceiverLab {
    static let received = Date(timeIntervalSince1970: 1_768_525_200)

    let storage = InMemoryStorage()
    let receiver: WebhookReceiver
    let project = ProjectKey("lab", 42)
    let mergeRequest = MergeRequestKey("lab", 93)

    init(
        kinds: Set<RecordKind> = BackfillPlan.allKinds,
        accepts: @escaping @Sendable (ProjectKey) -> Bool = { _ in true }
    ) {
        receiver = WebhookReceiver(
            instance: "lab", storage: storage, configuration: .init(kinds: kinds, accepts: accepts))
    }

    /// Deliveries are told apart by their bodies, so that the same body is the same delivery.
    @discardableResult
    func ingest(_ body: JSONValue, receivedAt: Date = received) async throws -> IngestedWebhook {
        let delivery = String(decoding: body.serialized(sortedKeys: true), as: UTF8.self)
        return try await receiver.ingest(
            try Bodies.event(body), delivery: delivery, receivedAt: receivedAt)
    }

    /// Everything stored of the project.
    var records: ProjectRecords { get async { await storage.records(matching: .all)[project] } }
}
