public import MetricsCore

/// How a connection fares, and each of its projects.
public struct ConnectionStatus: Codable, Hashable, Sendable {
    public var state: ConnectionState
    /// By id, the excluded ones included.
    public var projects: [ProjectStatus]
    /// What concerns the connection as a whole: a token that is not accepted.
    public var lastError: StatusFault?

    /// Derives the state: connected when every project that is not excluded is; unreachable when none
    /// answers, or GitLab does not; degraded while GitLab fails or asks to wait.
    public init(projects: [ProjectStatus], isPaused: Bool = false, lastError: StatusFault? = nil) {
        self.projects = projects.sorted { $0.project < $1.project }
        self.lastError = lastError
        let states = Set(projects.map(\.state)).subtracting([.excluded])
        let isLost = states == [.unreachable] || lastError.map { !$0.isPassing } ?? false
        let isWell = lastError == nil && states.isSubset(of: [.connected, .paused])
        state = isPaused ? .paused : isLost ? .unreachable : isWell ? .connected : .degraded
    }

    /// The projects that are read.
    public var selected: [ProjectStatus] { projects.filter { $0.state != .excluded } }
    /// The oldest of the last syncs of those connected: everything before it is here.
    public var lastSync: Instant? { projects.filter { $0.state == .connected }.compactMap(\.lastSync).min() }
    public var lastDelivery: Instant? { projects.compactMap(\.lastDelivery).max() }

    /// `connected, 12 projects, last sync 2026-01-01T00:00:00Z`
    public var summary: String {
        let count = selected.count == 1 ? "1 project" : "\(selected.count) projects"
        return "\(state.rawValue), \(count), last sync \(lastSync.map(\.description) ?? "never")"
    }
}
