public import MetricsCore

/// How a connection fares, and each of its projects.
public struct ConnectionStatus: Codable, Hashable, Sendable {
    public var state: ConnectionState
    /// By id, the excluded ones included.
    public var projects: [ProjectStatus]
    /// Rules of the selection that lead nowhere.
    public var unresolved: [UnresolvedRule]
    /// What concerns the connection as a whole: a token that is not accepted.
    public var lastError: StatusFault?
    /// From when on GitLab refuses the token; `nil` when it does not tell, or never. Looked at daily.
    public var tokenExpiresAt: Instant?

    /// Derives the state: connected when every project that is not excluded is, and every rule leads somewhere;
    /// unreachable when none answers, or GitLab does not; degraded while GitLab fails or asks to wait.
    public init(
        projects: [ProjectStatus], unresolved: [UnresolvedRule] = [], isPaused: Bool = false,
        lastError: StatusFault? = nil, tokenExpiresAt: Instant? = nil
    ) {
        self.projects = projects.sorted { $0.project < $1.project }
        self.unresolved = unresolved
        self.lastError = lastError
        self.tokenExpiresAt = tokenExpiresAt
        let states = Set(projects.map(\.state)).subtracting([.excluded])
        let isLost = states == [.unreachable] || lastError.map { !$0.isPassing } ?? false
        let isWell = lastError == nil && unresolved.isEmpty && states.isSubset(of: [.connected, .paused])
        state = isPaused ? .paused : isLost ? .unreachable : isWell ? .connected : .degraded
    }

    /// The projects that are read.
    public var selected: [ProjectStatus] { projects.filter { $0.state != .excluded } }
    /// The oldest of the last syncs of those connected: everything before it is here.
    public var lastSync: Instant? { projects.filter { $0.state == .connected }.compactMap(\.lastSync).min() }
    public var lastDelivery: Instant? { projects.compactMap(\.lastDelivery).max() }

    /// Whether the token ends within that time, or has ended.
    public func tokenExpires(within span: Duration, of now: Instant) -> Bool {
        tokenExpiresAt.map { now.seconds(until: $0) <= span.components.seconds } ?? false
    }

    /// `connected, 12 projects, last sync 2026-01-01T00:00:00Z`
    public var summary: String {
        let count = selected.count == 1 ? "1 project" : "\(selected.count) projects"
        let missing = unresolved.map(\.rule.description).joined(separator: ", ")
        return "\(state.rawValue), \(count), last sync \(lastSync.map(\.description) ?? "never")"
            + (missing.isEmpty ? "" : ", not found: \(missing)")
    }
}
