/// The GitLab issue that a ticket is.
public struct TicketIssue: Codable, Hashable, Sendable, TicketEntry {
    public let record: RecordReference
    public let created: Instant
    /// `nil` while it is open.
    public let closed: Instant?

    public init(_ record: RecordReference, created: Instant, closed: Instant?) {
        self.record = record
        self.created = created
        self.closed = closed
    }

    public func merging(_ other: Self) -> Self {
        Self(record, created: min(created, other.created), closed: closed.earliest(other.closed))
    }
}
