public import MetricsCore
public import MetricsStorage

/// How one attempt at one entry of an inbox ended.
public struct ProcessedDelivery: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        /// Its handler ended well, and the inbox let it go.
        case applied
        /// It is tried again, from that instant on.
        case failed(reason: String, retryAt: Instant)
        /// It lies with the dead letters.
        case gaveUp(reason: String)
        /// It was given back, since the processor was told to stop.
        case released
        /// The inbox was not there to be told, or has given the entry to another in the meantime: the attempt took
        /// longer than its lease. It is, or was, handed out again.
        case unanswered
    }

    public var id: InboxEntry.ID
    public var project: ProjectKey?
    /// The kind of event as GitLab spells it: `merge_request`, `note`, …
    public var kind: String
    public var subject: String?
    /// From 1 on.
    public var attempt: Int
    /// How long it was from its arrival to the end of the attempt, in milliseconds.
    public var age: Int64
    public var outcome: Outcome
}
