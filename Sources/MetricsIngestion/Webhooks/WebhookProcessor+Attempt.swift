import Foundation
import GitLabAPI
import MetricsCore
import MetricsStorage
import WebhookModels

extension WebhookProcessor {
    var now: Instant { Instant(time.now) }

    func process(_ claim: InboxClaim) async {
        let outcome = await outcome(of: claim)
        let entry = claim.entry
        observer?(
            .processed(
                ProcessedDelivery(
                    id: entry.id, project: entry.project, kind: entry.kind, subject: entry.subject,
                    attempt: claim.attempt, age: time.now.milliseconds - entry.receivedAt, outcome: outcome)))
    }

    private func outcome(of claim: InboxClaim) async -> ProcessedDelivery.Outcome {
        guard !Task.isCancelled else { return await release(claim) }
        // Whoever had it before died over it, again and again.
        guard claim.attempt <= configuration.attempts else {
            return await giveUp(claim, reason: "nobody came to an end with it")
        }
        do {
            try await handler(claim.entry)
        } catch {
            let reason = Self.reason(for: error)
            if Task.isCancelled { return await release(claim) }
            if claim.attempt == configuration.attempts || Self.isLasting(error) {
                return await giveUp(claim, reason: reason)
            }
            return await retry(claim, reason: reason)
        }
        let now = now
        return await answer(.applied) { inbox throws(StorageError) in
            try await inbox.acknowledge(claim, at: now)
        }
    }

    private func release(_ claim: InboxClaim) async -> ProcessedDelivery.Outcome {
        let now = now
        return await answer(.released) { inbox throws(StorageError) in try await inbox.release(claim, at: now)
        }
    }

    private func giveUp(_ claim: InboxClaim, reason: String) async -> ProcessedDelivery.Outcome {
        let now = now
        return await answer(.gaveUp(reason: reason)) { inbox throws(StorageError) in
            try await inbox.fail(claim, reason: reason, retryAt: nil, at: now)
        }
    }

    private func retry(_ claim: InboxClaim, reason: String) async -> ProcessedDelivery.Outcome {
        let now = now
        let retryAt = now.advanced(bySeconds: configuration.pause(after: claim.attempt, random: random()))
        return await answer(.failed(reason: reason, retryAt: retryAt)) { inbox throws(StorageError) in
            try await inbox.fail(claim, reason: reason, retryAt: retryAt, at: now)
        }
    }

    /// Answers a claim, on a task of its own so that cancelling the processor does not keep the inbox from hearing it.
    private func answer(
        _ outcome: ProcessedDelivery.Outcome,
        _ call: @escaping @Sendable (any DeliveryInbox) async throws(StorageError) -> Bool
    ) async -> ProcessedDelivery.Outcome {
        let inbox = inbox
        let isGood = await Task { (try? await call(inbox)) ?? false }.value
        return isGood ? outcome : .unanswered
    }

    /// Whether trying again would only fail again.
    private static func isLasting(_ error: any Error) -> Bool {
        switch error {
        case is WebhookError, is DecodingError: true
        case let error as StorageError: error.code == .unreadable
        case let error as IngestionError:
            [.webhook, .otherInstance].contains(error.code) || error.storage?.code == .unreadable
        default: false
        }
    }

    /// What went wrong without anything of the delivery: the error's code, or its type alone.
    private static func reason(for error: any Error) -> String {
        let type = String(describing: Swift.type(of: error))
        return switch error {
        case let error as StorageError: "\(type) \(error.code.rawValue)"
        case let error as WebhookError: "\(type) \(error.code)"
        case let error as IngestionError: "\(type) \(error.code)"
        case let error as GitLabError: "\(type) \(error.code)"
        default: type
        }
    }
}
