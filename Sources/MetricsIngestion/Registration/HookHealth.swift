public import GitLabAPI

/// How a hook fares.
public struct HookHealth: Hashable, Sendable {
    /// `alertStatus` and `disabledUntil` say whether GitLab sends to it.
    public let hook: Hook
    /// Its last deliveries, at most 100 of the last seven days, newest first; `nil` where GitLab keeps no log for us:
    /// hooks of the instance, and before 17.3.
    public let recent: [HookEvent]?

    /// How many of them arrived.
    public var delivered: Int { recent?.count { $0.isDelivered } ?? 0 }
    public var failed: Int { (recent?.count ?? 0) - delivered }
    /// How many of the newest failed one after the other. From the fourth on GitLab rests a hook of a project or group,
    /// from the fortieth on it gives it up, on GitLab.com and where an administrator has switched that on.
    public var failedInARow: Int { recent?.prefix { !$0.isDelivered }.count ?? 0 }
    /// Whether GitLab sends nothing to it now.
    public var isResting: Bool { hook.isResting }
}

extension HookEvent {
    /// GitLab takes 2xx and 3xx for arrived.
    var isDelivered: Bool { responseStatus.map { 200..<400 ~= $0 } ?? false }
}

extension Hook {
    /// Whether GitLab sends nothing to it now.
    var isResting: Bool { alertStatus == .temporarilyDisabled || alertStatus == .disabled }
}
