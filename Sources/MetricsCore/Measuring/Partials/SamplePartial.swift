/// Durations or other amounts, the records they belong to and when they count: 20 bytes each.
public struct SamplePartial: MetricPartial {
    /// Parallel columns.
    struct Columns: Hashable, Sendable {
        var records = DatedColumns()
        var values: [UInt32] = []
        /// What each belongs to beside its day where medians are taken by day first, as GitLab keeps one row for each
        /// environment and day; empty when the statistic does not ask.
        var strata: [Int64] = []

        mutating func append(_ other: Self) {
            guard !values.isEmpty else {
                self = other
                return
            }
            records.append(other.records)
            values.append(contentsOf: other.values)
            strata.append(contentsOf: other.strata)
        }

        mutating func append(row: Int, of other: Self) {
            records.append(row: row, of: other.records)
            values.append(other.values[row])
            if !other.strata.isEmpty { strata.append(other.strata[row]) }
        }
    }

    private(set) var columns: [References.Space: Columns] = [:]
    public internal(set) var ledger = EvidenceLedger()

    public init() {}

    public var count: Int { columns.values.reduce(0) { $0 + $1.values.count } }

    mutating func append(_ samples: Columns, in space: References.Space) {
        guard !samples.values.isEmpty else { return }
        if columns[space]?.append(samples) == nil { columns[space] = samples }
    }

    public mutating func merge(_ other: Self) {
        guard !columns.isEmpty else {
            columns = other.columns
            return ledger.merge(other.ledger)
        }
        for (space, samples) in other.columns { append(samples, in: space) }
        ledger.merge(other.ledger)
    }

    public func split(into count: Int, _ assign: ContributionAssignment) -> [Self] {
        var parts = Array(repeating: Self(), count: count)
        ledger.split(assign, among: &parts, \.ledger)
        for (space, columns) in columns {
            for row in columns.values.indices {
                assign(columns.records.contribution(row, in: space)) { part in
                    parts[growing: part].columns[space, default: Columns()].append(row: row, of: columns)
                }
            }
        }
        return parts
    }

    /// All values in no particular order.
    public var values: [UInt32] {
        if columns.count == 1, let only = columns.values.first { return only.values }
        return columns.values.flatMap(\.values)
    }

    /// Seconds since 1970 of all samples, by what they belong to in their instance.
    var instantsByStratum: [Stratum: [Int64]] {
        var result: [Stratum: [Int64]] = [:]
        for (space, columns) in columns {
            for (stratum, instant) in zip(columns.strata, columns.records.instants) {
                let instance = stratum < 0 ? nil : space.instance
                result[Stratum(instance: instance, id: stratum), default: []].append(instant)
            }
        }
        return result
    }

    /// What samples belong to, whatever kind of record they are of; below 0, whatever instance too.
    struct Stratum: Hashable {
        var instance: InstanceID?
        var id: Int64
    }

    var references: References {
        var references = References()
        for (space, samples) in columns { references.append(samples.records, in: space) }
        return references
    }
}

extension SamplePartial {
    private var canonical: [References.Space: Columns] {
        columns.mapValues { columns in
            func precedes(_ lhs: Int, _ rhs: Int) -> Bool {
                if !columns.records.isSame(lhs, rhs) { return columns.records.precedes(lhs, rhs) }
                if columns.values[lhs] != columns.values[rhs] {
                    return columns.values[lhs] < columns.values[rhs]
                }
                return !columns.strata.isEmpty && columns.strata[lhs] < columns.strata[rhs]
            }
            let order = columns.values.indices.sorted(by: precedes)
            return Columns(
                records: columns.records.reordered(order), values: order.map { columns.values[$0] },
                strata: columns.strata.isEmpty ? [] : order.map { columns.strata[$0] })
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
        var values: [UInt32]
        var strata: [Int64]?
    }

    private enum CodingKeys: String, CodingKey { case samples, ledger }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        ledger = try container.decode(EvidenceLedger.self, forKey: .ledger)
        for entry in try container.decode([Entry].self, forKey: .samples) {
            let strata = entry.strata ?? []
            guard entry.values.count == entry.records.count,
                strata.isEmpty || strata.count == entry.values.count
            else {
                throw DecodingError.dataCorruptedError(
                    forKey: .samples, in: container, debugDescription: "columns of different lengths")
            }
            append(Columns(records: entry.records, values: entry.values, strata: strata), in: entry.space)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let entries = canonical.sorted { $0.key < $1.key }.map {
            Entry(
                space: $0.key, records: $0.value.records, values: $0.value.values,
                strata: $0.value.strata.isEmpty ? nil : $0.value.strata)
        }
        try container.encode(entries, forKey: .samples)
        try container.encode(ledger, forKey: .ledger)
    }
}
