import MetricsCore

/// What is stored of a connection as a whole. Holds no secret.
struct ConnectionRecord: Codable, Hashable, Sendable {
    var selection: ProjectSelection
    /// From when on history is read; set once, so that an activation taken up later reads the same.
    var since: Instant
    var hookURL: String?
    /// Where hooks led before, until all of those are removed.
    var formerHookURL: String?
    /// When the selection was last resolved.
    var resolvedAt: Instant?
    var lastError: StatusFault?
    /// Why it could not be resolved last; the projects known by then are read all the same.
    var selectionError: StatusFault?
    var unresolved: [UnresolvedRule]?
    var tokenExpiresAt: Instant?
    /// When GitLab was last asked about the token.
    var tokenCheckedAt: Instant?
    var isActive = true
    var isPaused = false
}
