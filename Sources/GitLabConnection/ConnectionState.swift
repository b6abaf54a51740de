/// How a connection, or one project of it, fares.
public enum ConnectionState: String, Codable, Hashable, Sendable, CaseIterable {
    /// All that was asked for works.
    case connected
    /// Something works, something does not.
    case degraded
    /// GitLab does not answer, or hides it: left alone but for a rare probe, and resumed when access returns.
    case unreachable
    /// The host chose to leave it out.
    case excluded
    /// The host stopped it for a while.
    case paused
}
