public import MetricsCore

/// What one delivery did to the store, and what it leaves to be read.
public struct IngestedWebhook: Sendable {
    /// The delivery's id, the same for every attempt at the same sending.
    public var delivery: String
    /// The kind of event as GitLab spells it: `merge_request`, `note`, …
    public var kind: String
    /// What the store did not know before; empty for a delivery that tells nothing new.
    public var changes: RecordChanges
    /// What the delivery told too little of, or left in doubt; put it into a `RefreshQueue`.
    public var refresh: Set<RefreshKey>

    public init(
        delivery: String, kind: String, changes: RecordChanges = RecordChanges(),
        refresh: Set<RefreshKey> = []
    ) {
        self.delivery = delivery
        self.kind = kind
        self.changes = changes
        self.refresh = refresh
    }
}
