/// Amounts that are added up, be they negative: booked time, changed lines. 24 bytes a record.
public struct AmountPartial: MetricPartial {
    /// Parallel columns.
    struct Columns: Hashable, Sendable {
        var records = DatedColumns()
        var amounts: [Int64] = []

        mutating func append(_ other: Self) {
            records.append(other.records)
            amounts.append(contentsOf: other.amounts)
        }

        mutating func append(_ id: Int64, _ amount: Int64, at instant: Instant) {
            records.append(id, at: instant)
            amounts.append(amount)
        }

        mutating func append(named name: String, _ amount: Int64, at instant: Instant) {
            records.append(named: name, at: instant)
            amounts.append(amount)
        }
    }

    private(set) var columns: [References.Space: Columns] = [:]
    public internal(set) var ledger = EvidenceLedger()

    public init() {}

    public var count: Int { columns.values.reduce(0) { $0 + $1.amounts.count } }

    /// The sum of all amounts; exact, and rounded once.
    public var sum: Double { Double(exactSum) }

    var exactSum: Int128 {
        columns.values.reduce(Int128(0)) { $1.amounts.reduce($0) { $0 + Int128($1) } }
    }

    mutating func append(_ amounts: Columns, in space: References.Space) {
        if !amounts.amounts.isEmpty { columns[space, default: Columns()].append(amounts) }
    }

    public mutating func merge(_ other: Self) {
        for (space, amounts) in other.columns { append(amounts, in: space) }
        ledger.merge(other.ledger)
    }

    public func split(into count: Int, _ assign: ContributionAssignment) -> [Self] {
        var parts = Array(repeating: Self(), count: count)
        ledger.split(assign, among: &parts, \.ledger)
        for (space, columns) in columns {
            for row in columns.amounts.indices {
                assign(columns.records.contribution(row, in: space)) { part in
                    parts[growing: part].columns[space, default: Columns()].records.append(
                        row: row, of: columns.records)
                    parts[growing: part].columns[space, default: Columns()].amounts.append(
                        columns.amounts[row])
                }
            }
        }
        return parts
    }

    var references: References {
        var references = References()
        for (space, amounts) in columns { references.append(amounts.records, in: space) }
        return references
    }
}

extension AmountPartial {
    private var canonical: [References.Space: Columns] {
        columns.mapValues { columns in
            let order = columns.amounts.indices.sorted { lhs, rhs in
                columns.records.isSame(lhs, rhs)
                    ? columns.amounts[lhs] < columns.amounts[rhs] : columns.records.precedes(lhs, rhs)
            }
            return Columns(
                records: columns.records.reordered(order), amounts: order.map { columns.amounts[$0] })
        }
    }

    public static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.count == rhs.count && lhs.ledger == rhs.ledger && lhs.canonical == rhs.canonical
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(canonical)
        hasher.combine(ledger)
    }

    private struct Entry: Codable {
        var space: References.Space
        var records: DatedColumns
        var amounts: [Int64]
    }

    private enum CodingKeys: String, CodingKey { case amounts, ledger }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        ledger = try container.decode(EvidenceLedger.self, forKey: .ledger)
        for entry in try container.decode([Entry].self, forKey: .amounts) {
            guard entry.amounts.count == entry.records.count else {
                throw DecodingError.dataCorruptedError(
                    forKey: .amounts, in: container, debugDescription: "columns of different lengths")
            }
            append(Columns(records: entry.records, amounts: entry.amounts), in: entry.space)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let entries = canonical.sorted { $0.key < $1.key }.map {
            Entry(space: $0.key, records: $0.value.records, amounts: $0.value.amounts)
        }
        try container.encode(entries, forKey: .amounts)
        try container.encode(ledger, forKey: .ledger)
    }
}
