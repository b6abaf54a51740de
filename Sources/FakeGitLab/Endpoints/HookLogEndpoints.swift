import Foundation
import WireFormat

/// Testing hooks, the log of what they sent, and sending again.
///
/// <https://docs.gitlab.com/api/project_webhooks/#list-all-events-for-a-project-webhook>
enum HookLogEndpoints {
    private static let perMinute = 5
    private static let memory = 7 * 86_400.0

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
                try world.checkTestData(trigger, hook.owner)
                let kind = trigger.replacingOccurrences(of: "s_events", with: "_events")
                _ = try? world.recordDelivery(
                    ofHook: hook.id, trigger: kind.replacingOccurrences(of: "_events", with: "_hooks"))
                return Answer(status: 201, ["message": "201 Created"])
            },
            Route("\(path)/events", since: "17.3", tier: place.tier, kind: "hook_events") {
                (world, call) throws(Rejection) in
                let hook = try world.hook(of: call, place)
                let wanted = call.request.list("status")
                let recent = (world.deliveries[hook.id] ?? []).reversed().filter { delivery in
                    world.clock - delivery.sentAt < memory
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
                _ = try? world.recordDelivery(ofHook: hook.id, trigger: old.trigger)
                return Answer(status: 201, ["response_status": 200])
            },
        ]
    }

    private static let systemTest = Route("hooks/:hook_id", method: "POST") {
        (world, call) throws(Rejection) in
        let hook = try world.hook(of: call, .instance)
        _ = try? world.recordDelivery(ofHook: hook.id, trigger: "system_hooks")
        return Answer(
            status: 201,
            [
                "project_id": 1, "owner_email": "example@gitlabhq.com", "owner_name": "Someone",
                "name": "Ruby", "path": "ruby", "event_name": "project_create",
            ])
    }

    private static func admits(_ status: Int, _ word: String) -> Bool {
        switch word {
        case "successful": 200..<300 ~= status
        case "client_failure": 400..<500 ~= status
        case "server_failure": 500..<600 ~= status
        default: String(status) == word
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

    /// A test sends what was last of its kind; without any there is nothing to send.
    fileprivate func checkTestData(_ trigger: String, _ owner: Hook.Owner) throws(Rejection) {
        guard case .project(let project) = owner else { return }
        let (kind, exists): (String, Bool) =
            switch trigger {
            case "merge_requests_events": ("merge requests", !mergeRequests.ids(in: project).isEmpty)
            case "issues_events", "confidential_issues_events": ("issues", !issues.ids(in: project).isEmpty)
            case "job_events": ("CI jobs", !jobs.ids(inProject: project).isEmpty)
            case "pipeline_events": ("CI pipelines", !pipelines.ids(in: project).isEmpty)
            case "deployment_events": ("deployments", !deployments.ids(in: project).isEmpty)
            case "releases_events": ("releases", !releases.rows(in: project).isEmpty)
            default: ("commits", true)
            }
        guard exists else { throw .message(422, "Ensure the project has \(kind).") }
    }
}
