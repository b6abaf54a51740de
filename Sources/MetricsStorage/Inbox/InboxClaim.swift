public import MetricsCore

/// An entry handed to one worker for a while.
public struct InboxClaim: Hashable, Sendable {
    /// Tells this claim from every other of the inbox, former ones of the same entry included.
    public struct Token: RawRepresentable, Hashable, Sendable, Codable {
        public let rawValue: Int64
        public init(rawValue: Int64) { self.rawValue = rawValue }
    }

    public let entry: InboxEntry
    public let token: Token
    /// Which attempt this is, from 1 on; a claim that nobody answered counts too.
    public let attempt: Int
    /// From this instant on the entry may be given to another.
    public let leaseEnd: Instant

    public init(entry: InboxEntry, token: Token, attempt: Int, leaseEnd: Instant) {
        self.entry = entry
        self.token = token
        self.attempt = attempt
        self.leaseEnd = leaseEnd
    }
}
