/// A merge request or commit that belongs to a ticket.
public struct TicketActivity: Codable, Hashable, Sendable, TicketEntry {
    public let link: TicketLink
    /// When the merge request was created, the commit authored.
    public let began: Instant
    /// Of a merge request.
    public let merged: Instant?
    /// When what the merge request changes reached production, first deployments of an environment aside.
    public let deployed: Instant?
    /// Whether it is a merge request that is neither merged nor closed.
    public let isOpen: Bool

    public var record: RecordReference { link.record }

    public init(
        _ link: TicketLink, began: Instant, merged: Instant? = nil, deployed: Instant? = nil,
        isOpen: Bool = false
    ) {
        self.link = link
        self.began = began
        self.merged = merged
        self.deployed = deployed
        self.isOpen = isOpen
    }

    public func merging(_ other: Self) -> Self {
        Self(
            link.merging(other.link), began: min(began, other.began), merged: merged.earliest(other.merged),
            deployed: deployed.earliest(other.deployed), isOpen: isOpen && other.isOpen)
    }
}
