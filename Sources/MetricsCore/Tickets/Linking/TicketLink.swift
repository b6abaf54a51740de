/// That a record belongs to a ticket, and how that is known.
public struct TicketLink: Codable, Hashable, Sendable {
    public let ticket: TicketKey
    /// A merge request or commit.
    public let record: RecordReference
    /// The surest of the texts that name the ticket.
    public let source: TicketSource
    /// Whether one of them says that it closes the ticket.
    public let isClosing: Bool

    public init(_ ticket: TicketKey, _ record: RecordReference, source: TicketSource, isClosing: Bool = false)
    {
        self.ticket = ticket
        self.record = record
        self.source = source
        self.isClosing = isClosing
    }

    /// A text that says it closes a ticket leaves no doubt; otherwise it depends on the kind of text.
    public var confidence: Confidence { isClosing ? .certain : source.confidence }

    /// What both know of the same ticket and record.
    public func merging(_ other: Self) -> Self {
        Self(
            ticket, record, source: min(source, other.source), isClosing: isClosing || other.isClosing)
    }
}
