/// Durations and the records they belong to: 12 bytes each, 16 when days count.
public struct SamplePartial: MetricPartial {
    /// Parallel columns.
    struct Columns: Sendable {
        var ids: [Int64] = []
        var seconds: [UInt32] = []
        /// The calendar day of each; empty when the statistic does not ask for days.
        var days: [Int32] = []

        mutating func append(_ other: Self) {
            ids.append(contentsOf: other.ids)
            seconds.append(contentsOf: other.seconds)
            days.append(contentsOf: other.days)
        }
    }

    private(set) var columns: [References.Space: Columns] = [:]
    public internal(set) var ledger = EvidenceLedger()

    public init() {}

    public var count: Int { columns.values.reduce(0) { $0 + $1.ids.count } }

    mutating func append(_ samples: Columns, in space: References.Space) {
        if !samples.ids.isEmpty { columns[space, default: Columns()].append(samples) }
    }

    public mutating func merge(_ other: Self) {
        for (space, samples) in other.columns { append(samples, in: space) }
        ledger.merge(other.ledger)
    }

    /// All durations in no particular order.
    var seconds: [UInt32] {
        if columns.count == 1, let only = columns.values.first { return only.seconds }
        return columns.values.flatMap(\.seconds)
    }

    var references: References {
        var references = References()
        for (space, samples) in columns { references.append(samples.ids, in: space) }
        return references
    }

    /// Durations grouped by calendar day.
    var secondsByDay: [Int32: [UInt32]] {
        var result: [Int32: [UInt32]] = [:]
        for samples in columns.values {
            for (day, seconds) in zip(samples.days, samples.seconds) {
                result[day, default: []].append(seconds)
            }
        }
        return result
    }
}

extension SamplePartial {
    /// One sample; the form in which order does not matter is their sorted list.
    private struct Sample: Codable, Hashable, Comparable {
        var id: Int64
        var seconds: UInt32
        var day: Int32?

        static func < (lhs: Self, rhs: Self) -> Bool {
            (lhs.id, lhs.seconds, lhs.day ?? 0) < (rhs.id, rhs.seconds, rhs.day ?? 0)
        }
    }

    private struct Entry: Codable, Hashable {
        var space: References.Space
        var samples: [Sample]
    }

    private var canonical: [Entry] {
        columns.sorted { $0.key < $1.key }.map { space, columns in
            let samples = columns.ids.indices.map { index in
                Sample(
                    id: columns.ids[index], seconds: columns.seconds[index],
                    day: columns.days.isEmpty ? nil : columns.days[index])
            }
            return Entry(space: space, samples: samples.sorted())
        }
    }

    public static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.canonical == rhs.canonical && lhs.ledger == rhs.ledger
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(canonical)
        hasher.combine(ledger)
    }

    private enum CodingKeys: String, CodingKey { case samples, ledger }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        ledger = try container.decode(EvidenceLedger.self, forKey: .ledger)
        for entry in try container.decode([Entry].self, forKey: .samples) {
            let samples = Columns(
                ids: entry.samples.map(\.id), seconds: entry.samples.map(\.seconds),
                days: entry.samples.compactMap(\.day))
            append(samples, in: entry.space)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(canonical, forKey: .samples)
        try container.encode(ledger, forKey: .ledger)
    }
}
