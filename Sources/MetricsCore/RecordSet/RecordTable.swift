/// Records of one kind by id: contiguous rows for passes over all of them, an index for finding one.
///
/// Reading all is a pass over an array; finding, merging and removing one is O(1) on average. Order is not kept
/// and does not count in comparisons.
public struct RecordTable<Record: MetricsRecord>: Sendable, Sequence {
    public private(set) var rows: [Record] = []
    private var positions: [Record.ID: Int] = [:]

    public init() {}

    public init(_ records: some Sequence<Record>) {
        reserveCapacity(records.underestimatedCount)
        for record in records { merge(record) }
    }

    public var count: Int { rows.count }
    public var isEmpty: Bool { rows.isEmpty }

    public func makeIterator() -> IndexingIterator<[Record]> { rows.makeIterator() }

    public subscript(id: Record.ID) -> Record? { positions[id].map { rows[$0] } }

    public func contains(_ id: Record.ID) -> Bool { positions[id] != nil }

    public mutating func reserveCapacity(_ count: Int) {
        rows.reserveCapacity(count)
        positions.reserveCapacity(count)
    }

    /// What a merge did to one record.
    public enum Change: Hashable, Sendable {
        /// Nothing new, or only that it was learned again.
        case none
        case inserted
        case updated(from: Record, to: Record)
    }

    /// Merges the statement into the table.
    @discardableResult
    public mutating func merge(_ record: Record) -> Change {
        guard let position = positions[record.id] else {
            positions[record.id] = rows.count
            rows.append(record)
            return .inserted
        }
        let old = rows[position]
        let merged = old.merging(record)
        guard merged != old else { return .none }
        rows[position] = merged
        return merged.unstamped == old.unstamped ? .none : .updated(from: old, to: merged)
    }

    /// Copies what is shared with another, so that no later change has to.
    mutating func makeUnique() { reserveCapacity(count + 1) }

    /// Puts the record there as it is, whatever stood there.
    mutating func replace(_ record: Record) {
        if let position = positions[record.id] {
            rows[position] = record
        } else {
            positions[record.id] = rows.count
            rows.append(record)
        }
    }

    /// Takes the record out; the last row moves into its place.
    @discardableResult
    public mutating func remove(_ id: Record.ID) -> Record? {
        guard let position = positions.removeValue(forKey: id) else { return nil }
        let removed = rows[position]
        let last = rows.removeLast()
        if position < rows.count {
            rows[position] = last
            positions[last.id] = position
        }
        return removed
    }

    public func filter(_ isIncluded: (Record) -> Bool) -> Self {
        var result = Self()
        for record in rows where isIncluded(record) {
            result.positions[record.id] = result.rows.count
            result.rows.append(record)
        }
        return result
    }
}

extension RecordTable: Equatable {
    public static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.count == rhs.count && lhs.rows.allSatisfy { rhs[$0.id] == $0 }
    }
}

extension RecordTable: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([Record].self))
    }

    /// Rows in the order of their ids, so that equal tables encode alike.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rows.sorted { $0.id < $1.id })
    }
}
