/// The timelines of many tickets, by ticket.
///
/// What linkers find in several projects merges, in any order: work on one ticket in three projects is one timeline.
public struct TicketTimelines: Hashable, Sendable {
    private var timelines: [TicketKey: TicketTimeline] = [:]

    public init(_ timelines: some Sequence<TicketTimeline> = []) {
        for timeline in timelines { insert(timeline) }
    }

    public var count: Int { timelines.count }
    public var isEmpty: Bool { timelines.isEmpty }

    public subscript(ticket: TicketKey) -> TicketTimeline? { timelines[ticket] }

    public mutating func insert(_ timeline: TicketTimeline) {
        timelines[timeline.ticket] = timelines[timeline.ticket]?.merging(timeline) ?? timeline
    }

    public mutating func merge(_ other: Self) {
        for timeline in other.timelines.values { insert(timeline) }
    }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.merge(other)
        return merged
    }

    /// The tickets a merge request, commit, deployment, release or issue belongs to, in order. O(n).
    public func tickets(of record: RecordReference) -> [TicketKey] {
        timelines.values.filter { timeline in
            timeline.mergeRequests.contains { $0.record == record }
                || timeline.commits.contains { $0.record == record }
                || (timeline.deployments + timeline.releases).contains { $0.record == record }
                || timeline.issues.contains { $0.record == record }
        }.map(\.ticket).sorted()
    }
}

extension TicketTimelines: Sequence {
    public var underestimatedCount: Int { count }

    /// In the order of tickets; O(n log n).
    public func makeIterator() -> IndexingIterator<[TicketTimeline]> {
        timelines.values.sorted { $0.ticket < $1.ticket }.makeIterator()
    }
}

extension TicketTimelines: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([TicketTimeline].self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Array(self))
    }
}
