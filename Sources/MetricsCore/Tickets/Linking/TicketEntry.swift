/// Something that stands once in a ticket's timeline, known by its record.
protocol TicketEntry {
    var record: RecordReference { get }
    /// What both know of the same record: commutative, associative, idempotent.
    func merging(_ other: Self) -> Self
}

extension Array where Element: TicketEntry {
    /// By record, each once.
    var united: [Element] {
        var united: [Element] = []
        for entry in sorted(by: { $0.record < $1.record }) {
            if let last = united.last, last.record == entry.record {
                united[united.count - 1] = last.merging(entry)
            } else {
                united.append(entry)
            }
        }
        return united
    }
}

extension Instant? {
    /// The earlier of those that are known.
    func earliest(_ other: Self) -> Self { [self, other].compactMap(\.self).min() }
}
