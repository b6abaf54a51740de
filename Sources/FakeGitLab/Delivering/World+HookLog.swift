import Foundation
import GitLabAPI
import WireFormat

extension World {
    /// Writes an attempt into its hook's log, which forgets after seven days.
    mutating func log(
        _ delivery: PendingDelivery, _ prepared: FakeGitLab.State.Prepared, _ outcome: HookOutcome,
        duration: Double
    ) {
        guard let hook = hooks[delivery.hook] else { return }
        let (headers, body): ([(name: String, value: String)], JSONValue) =
            switch prepared {
            case .ready(let request): (request.loggedHeaders(of: hook), request.loggedBody)
            case .stuck(let obstacle): ([], obstacle.loggedBody)
            case .refused: ([], delivery.body)
            }
        let now = clock
        if let first = deliveries[hook.id]?.first, now - first.sentAt >= HookDelivery.memory {
            deliveries[hook.id]?.removeAll { now - $0.sentAt >= HookDelivery.memory }
        }
        deliveries[hook.id, default: []].append(
            HookDelivery(
                id: sequences.next(.hookDelivery), hook: hook.id, url: hook.url, trigger: delivery.trigger,
                event: delivery.event, eventUUID: delivery.eventUUID, idempotencyKey: delivery.idempotencyKey,
                headers: headers, body: body, sentAt: now, responseHeaders: outcome.loggedHeaders,
                responseBody: outcome.loggedBody, duration: duration, status: outcome.loggedStatus))
    }

    /// Writes a sending that never happened into a hook's log and returns the id. Nothing leaves the fake.
    @discardableResult
    public mutating func recordDelivery(ofHook id: Int, trigger: String = "push_hooks", status: Int = 200)
        throws(WorldError) -> Int
    {
        guard let hook = hooks[id] else { throw .missing("hook", id) }
        let event = trigger.dropLast().split(separator: "_").map(\.capitalized).joined(separator: " ")
        let delivery = PendingDelivery(
            hook: id, trigger: trigger, event: event,
            body: ["object_kind": .string(trigger.replacingOccurrences(of: "_hooks", with: ""))],
            eventUUID: uuid(), idempotencyKey: uuid(), due: clock)
        var response = HookReceiver.consent
        response.status = status
        let request = try? HookRequest(delivery, of: hook, in: self, uuid: uuid())
        guard let request else { throw WorldError("hook \(id) cannot be sent") }
        log(delivery, .ready(request), .answered(response), duration: 0.25)
        return sequences.last(.hookDelivery)
    }
}
