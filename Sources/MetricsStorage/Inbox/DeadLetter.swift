public import MetricsCore

/// An entry that was given up, kept until somebody replays or discards it.
public struct DeadLetter: Hashable, Sendable, Identifiable {
    public let entry: InboxEntry
    /// How often it was tried.
    public let attempts: Int
    /// Why it was given up, without anything of the delivery's content.
    public let reason: String
    /// When it was given up.
    public let diedAt: Instant

    public var id: InboxEntry.ID { entry.id }

    public init(entry: InboxEntry, attempts: Int, reason: String, diedAt: Instant) {
        self.entry = entry
        self.attempts = attempts
        self.reason = reason
        self.diedAt = diedAt
    }
}
