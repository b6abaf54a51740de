/// How much an inbox in memory holds, and how long it remembers what it no longer holds.
public struct InboxLimits: Hashable, Sendable {
    /// Entries, dead letters among them; 100,000 by default. Beyond it new ones are refused.
    public var entries: Int
    /// The bytes of their bodies together; 256 MiB by default. Beyond it new ones are refused.
    public var bytes: Int
    /// Deliveries that were acknowledged or discarded and are still known; 100,000 by default.
    public var remembered: Int
    /// For how many seconds they are known; 7 days by default, as long as GitLab can resend them;
    /// a century at most.
    public var memory: Int64

    public init(
        entries: Int = 100_000, bytes: Int = 268_435_456, remembered: Int = 100_000,
        memory: Int64 = 7 * 86_400
    ) {
        self.entries = max(0, entries)
        self.bytes = max(0, bytes)
        self.remembered = max(0, remembered)
        self.memory = min(max(0, memory), 100 * 366 * 86_400)
    }
}
