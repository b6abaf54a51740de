import WireFormat

/// A hook that is to hear of something, and what it hears.
struct HookListener: Sendable {
    let hook: Int
    let trigger: String
    let event: String
    let body: JSONValue
    /// The top-level group whose limit it counts against; `nil` for hooks of the instance.
    let namespace: Int?
}

extension World {
    /// The hooks that hear of it, by id: the project's, those of the groups above it, and the instance's.
    func listeners(to announcement: Announcement) -> [HookListener] {
        let group = announcement.group ?? announcement.project.flatMap { projects[$0]?.group }
        let above = group.map { ancestors(ofGroup: $0) } ?? []
        return hooks.values.sorted { $0.id < $1.id }.compactMap { hook in
            guard hook.isRunnable(at: clock), hook.hears(announcement) else { return nil }
            switch hook.owner {
            case .project(let id):
                guard id == announcement.project else { return nil }
            case .group(let id):
                guard above.contains(id), tier >= .premium else { return nil }
            case .instance:
                return announcement.systemBody.map {
                    HookListener(
                        hook: hook.id,
                        trigger: announcement.trigger.map(Hook.trigger(ofSwitch:)) ?? "system_hooks",
                        event: "System Hook", body: $0, namespace: nil)
                }
            }
            return announcement.body.map {
                HookListener(
                    hook: hook.id, trigger: Hook.trigger(ofEvent: announcement.header),
                    event: announcement.header, body: $0, namespace: above.last)
            }
        }
    }

    /// A new UUID; the same in the same world at the same point of its history.
    mutating func uuid() -> String {
        let hex = Array(SHA1.hex("\(externalURL) \(sequences.next(.uuid))"))
        func part(_ range: Range<Int>) -> String { String(hex[range]) }
        return "\(part(0..<8))-\(part(8..<12))-4\(part(13..<16))-8\(part(17..<20))-\(part(20..<32))"
    }
}
