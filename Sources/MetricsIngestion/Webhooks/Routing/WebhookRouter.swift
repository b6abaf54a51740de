public import Foundation
import GitLabVocabulary
import MetricsCore
import MetricsStorage
import WebhookModels

/// Answers GitLab's deliveries for any server framework: verifies, reads, scrubs and passes on.
///
/// With an inbox nothing slow happens before the answer: one decoding, one `enqueue`. A router is a value without state
/// of its own; make it once, and call it from as many requests at a time as come.
public struct WebhookRouter: Sendable {
    fileprivate struct Place: Sendable {
        var endpoint: WebhookEndpoint
        var kinds: Set<WebhookKind>?
        var isRehearsal: Bool
    }

    private var places: [String: Place] = [:]

    /// - Parameter endpoints: where a path stands in several, the first serves it.
    public init(_ endpoints: [WebhookEndpoint]) {
        for endpoint in endpoints {
            for route in endpoint.routes {
                add(Place(endpoint: endpoint, kinds: route.kinds, isRehearsal: false), at: route.path)
                guard endpoint.offersRehearsal else { continue }
                let path = (route.path == "/" ? "" : route.path) + "/test"
                add(Place(endpoint: endpoint, kinds: route.kinds, isRehearsal: true), at: path)
            }
        }
    }

    private mutating func add(_ place: Place, at path: String) {
        if places[path] == nil { places[path] = place }
    }

    /// Never throws: whatever is wrong stands in the answer.
    ///
    /// - Complexity: O(bytes), and what the sink needs.
    public func route(_ request: WebhookRequest, at now: Date) async -> WebhookResponse {
        guard let place = places[String(request.path)] else { return WebhookResponse(.notFound) }
        guard request.method == "POST" else { return WebhookResponse(.wrongMethod) }
        do throws(WebhookError) {
            let delivery = WebhookDelivery(
                headers: request.headers, body: request.body, sourceAddress: request.sourceAddress)
            let webhook = try place.endpoint.verifier.verify(delivery, at: now)
            let event = try webhook.event()
            let isTaken = place.takes(event)
            if place.isRehearsal {
                let entry = isTaken ? try place.endpoint.entry(of: event, webhook, at: now) : nil
                return .rehearsal(of: event, webhook, entry)
            }
            guard isTaken else { return WebhookResponse(.ignored(event.kind)) }
            return WebhookResponse(try await place.endpoint.pass(event, webhook, at: now))
        } catch {
            return WebhookResponse(.refused(error))
        }
    }
}

extension WebhookRouter.Place {
    fileprivate func takes(_ event: WebhookEvent) -> Bool {
        if case .unrecognized = event, !endpoint.keepsUnrecognized { return false }
        return kinds?.contains(event.kind) ?? true
    }
}

extension WebhookEndpoint {
    fileprivate func entry(
        of event: WebhookEvent, _ webhook: VerifiedWebhook, at now: Date
    ) throws(WebhookError) -> InboxEntry {
        InboxEntry(
            id: InboxEntry.ID(instance, webhook.id),
            project: event.projectID.map { ProjectKey(instance, $0.rawValue) }, kind: event.kind.rawValue,
            subject: event.subject, receivedAt: now.milliseconds,
            bytes: try event.atRest(keepingUnrecognized: keepsUnrecognized))
    }

    fileprivate func pass(
        _ event: WebhookEvent, _ webhook: VerifiedWebhook, at now: Date
    ) async throws(WebhookError) -> WebhookVerdict {
        let id = InboxEntry.ID(instance, webhook.id)
        switch sink {
        case .inbox(let inbox, let onArrival):
            let entry = try entry(of: event, webhook, at: now)
            do throws(StorageError) {
                guard try await inbox.enqueue(entry, at: Instant(now)) else {
                    return .duplicate(id, event.kind)
                }
            } catch {
                return .unavailable(reason: "inbox_\(error.code.rawValue)")
            }
            onArrival()
        case .handler(let handle):
            do {
                try await handle(event, webhook)
            } catch {
                return .unavailable(reason: "handler")
            }
        }
        return .accepted(id, event.kind)
    }
}
