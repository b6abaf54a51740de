/// A deployment or release that carries work on a ticket.
public struct TicketDelivery: Codable, Hashable, Sendable, TicketEntry {
    public let record: RecordReference
    /// When the deployment finished, the release was made.
    public let at: Instant

    public init(_ record: RecordReference, at: Instant) {
        self.record = record
        self.at = at
    }

    public func merging(_ other: Self) -> Self { Self(record, at: min(at, other.at)) }
}
