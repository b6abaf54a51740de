import Foundation
import WireFormat

extension World {
    /// Adds a project's hook for pushes and returns the id.
    @discardableResult
    public mutating func addHook(_ url: String, toProject id: Int) -> Int { addHook(url, to: .project(id)) }

    /// Adds a group's hook for pushes and returns the id.
    @discardableResult
    public mutating func addHook(_ url: String, toGroup id: Int) -> Int { addHook(url, to: .group(id)) }

    /// Adds a hook of the instance for pushes and returns the id.
    @discardableResult
    public mutating func addSystemHook(_ url: String) -> Int { addHook(url, to: .instance) }

    mutating func addHook(_ url: String, to owner: Hook.Owner) -> Int {
        let id = sequences.next(.hook)
        hooks[id] = Hook(id: id, owner: owner, url: url, now: clock)
        return id
    }

    /// Sets a header a hook sends along.
    public mutating func setHookHeader(_ name: String, to value: String, ofHook id: Int) throws(WorldError) {
        guard hooks[id] != nil else { throw .missing("hook", id) }
        hooks[id]?.headers[name] = value
    }

    /// Sets what stands for `{name}` in a hook's URL.
    public mutating func setHookVariable(_ name: String, to value: String, ofHook id: Int) throws(WorldError)
    {
        guard hooks[id] != nil else { throw .missing("hook", id) }
        hooks[id]?.variables[name] = value
    }

    /// Writes a sending into a hook's log and returns the id. Nothing leaves the fake.
    @discardableResult
    public mutating func recordDelivery(ofHook id: Int, trigger: String = "push_hooks", status: Int = 200)
        throws(WorldError)
        -> Int
    {
        guard let hook = hooks[id] else { throw .missing("hook", id) }
        let number = sequences.next(.hookDelivery)
        let event = trigger.split(separator: "_").map(\.capitalized).joined(separator: " ")
            .replacingOccurrences(of: "Hooks", with: "Hook")
        let uuid = { (salt: String) in
            let hex = SHA1.hex("\(salt) \(number)")
            return
                "\(hex.prefix(8))-\(hex.dropFirst(8).prefix(4))-4\(hex.dropFirst(13).prefix(3))-8\(hex.dropFirst(17).prefix(3))-\(hex.dropFirst(20).prefix(12))"
        }
        var headers = [
            (name: "Content-Type", value: "application/json"),
            (name: "User-Agent", value: "GitLab/\(version.text)"),
            (name: "Idempotency-Key", value: uuid("key")), (name: "X-Gitlab-Event", value: event),
            (name: "X-Gitlab-Webhook-UUID", value: uuid("hook")),
            (name: "X-Gitlab-Instance", value: externalURL),
            (name: "X-Gitlab-Event-UUID", value: uuid("event")),
        ]
        if hook.token != nil { headers.append((name: "X-Gitlab-Token", value: "[REDACTED]")) }
        deliveries[id, default: []].append(
            HookDelivery(
                id: number, hook: id, url: hook.url, trigger: trigger, headers: headers,
                body: ["object_kind": .string(trigger.replacingOccurrences(of: "_hooks", with: ""))],
                sentAt: clock, status: status))
        return number
    }

    /// What a hook sends with, which GitLab never tells: its token, headers and URL variables.
    public func hookSecrets(_ id: Int) -> (
        token: String?, headers: [String: String], variables: [String: String]
    )? {
        hooks[id].map { ($0.token, $0.headers, $0.variables) }
    }
}
