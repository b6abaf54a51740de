import Foundation
import WireFormat

/// Testing hooks, the log of what they sent, and sending again.
///
/// <https://docs.gitlab.com/api/project_webhooks/#list-all-events-for-a-project-webhook>
enum HookLogEndpoints {
    private static let perMinute = 5

    static func routes(_ place: HookPlace) -> [Route] {
        guard place != .instance else { return [systemTest] }
        let path = "\(place.path)/:hook_id"
        return [
            Route(
                "\(path)/test/:trigger", method: "POST", since: place == .project ? "16.11" : "17.1",
                tier: place.tier
            ) { (world, call) throws(Rejection) in
                let hook = try world.hook(of: call, place)
                let trigger = call.path("trigger")
                guard hook.switches[trigger] != nil else { throw .value(of: "trigger") }
                try world.countHookTest("test", of: call)
                return Answer(HookErrand(delivery: try world.testDelivery(of: hook, trigger), purpose: .test))
            },
            Route("\(path)/events", since: "17.3", tier: place.tier, kind: "hook_events") {
                (world, call) throws(Rejection) in
                let hook = try world.hook(of: call, place)
                let wanted = call.request.list("status")
                let recent = (world.deliveries[hook.id] ?? []).reversed().filter { delivery in
                    world.clock - delivery.sentAt < HookDelivery.memory
                        && (wanted.isEmpty || wanted.contains { admits(delivery.status, $0) })
                }
                return try call.page(recent) { $0.object.serialized() }
            },
            Route(
                "\(path)/events/:hook_log_id/resend", method: "POST", since: "17.4", tier: place.tier,
                kind: "hook_events"
            ) { (world, call) throws(Rejection) in
                let hook = try world.hook(of: call, place)
                let id = try call.number("hook_log_id")
                guard let old = world.deliveries[hook.id]?.first(where: { $0.id == id }) else {
                    throw .message(404, "404 Not found")
                }
                try world.countHookTest("resend", of: call)
                guard old.url == hook.url else {
                    throw .message(422, "The hook URL has changed. This log entry cannot be retried.")
                }
                guard old.body != HookRequest.oversized else {
                    throw .message(422, "The payload is too large. This log entry cannot be retried.")
                }
                return Answer(HookErrand(delivery: old.repetition(at: world.clock), purpose: .resending))
            },
        ]
    }

    private static let systemTest = Route("hooks/:hook_id", method: "POST") {
        (world, call) throws(Rejection) in
        let hook = try world.hook(of: call, .instance)
        let body: JSONValue = [
            "project_id": 1, "owner_email": "example@gitlabhq.com", "owner_name": "Someone", "name": "Ruby",
            "path": "ruby", "event_name": "project_create",
        ]
        let delivery = PendingDelivery(
            hook: hook.id, trigger: "system_hooks", event: "System Hook", body: body, eventUUID: world.uuid(),
            idempotencyKey: world.uuid(), due: world.clock, isForced: true)
        return Answer(HookErrand(delivery: delivery, purpose: .systemTest(body)))
    }

    /// An answer that never came counts as the server's failure.
    private static func admits(_ status: String, _ word: String) -> Bool {
        switch word {
        case "successful": status.hasPrefix("2")
        case "client_failure": status.hasPrefix("4")
        case "server_failure": status.hasPrefix("5") || Int(status) == nil
        default: status == word
        }
    }

    /// GitLab lets a user test and resend so often a minute.
    fileprivate static func check(_ moments: [Instant]) throws(Rejection) {
        guard moments.count >= perMinute else { return }
        let text = "This endpoint has been requested too many times. Try again later."
        throw Rejection(status: 429, body: ["message": ["error": .string(text)]])
    }
}

extension World {
    fileprivate mutating func countHookTest(_ kind: String, of call: Call) throws(Rejection) {
        let key = "\(kind) \(call.path("id")) \(call.caller.user ?? 0)"
        let recent = (hookTests[key] ?? []).filter { clock - $0 < 60 }
        try HookLogEndpoints.check(recent)
        hookTests[key] = recent + [clock]
    }

    /// What a test sends, even by a hook that is disabled.
    fileprivate mutating func testDelivery(of hook: Hook, _ trigger: String) throws(Rejection)
        -> PendingDelivery
    {
        let event = Hook.event(ofSwitch: trigger)
        return PendingDelivery(
            hook: hook.id, trigger: Hook.trigger(ofEvent: event), event: event,
            body: try testBody(trigger, of: hook.owner), eventUUID: uuid(), idempotencyKey: uuid(),
            due: clock,
            isForced: true)
    }
}
