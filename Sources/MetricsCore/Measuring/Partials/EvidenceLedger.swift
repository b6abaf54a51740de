/// The part of a partial that is not numbers: what was left out and what is marked. Merges as the partial does.
public struct EvidenceLedger: Codable, Hashable, Sendable {
    public private(set) var exclusions: [ExclusionReason: DatedReferences] = [:]
    public private(set) var marks: [EvidenceMark: DatedReferences] = [:]

    public init() {}

    public mutating func merge(_ other: Self) {
        guard !(exclusions.isEmpty && marks.isEmpty) else {
            self = other
            return
        }
        for (reason, records) in other.exclusions {
            exclusions[reason, default: DatedReferences()].merge(records)
        }
        for (mark, records) in other.marks { marks[mark, default: DatedReferences()].merge(records) }
    }

    mutating func exclude(_ records: KeyedColumns<ExclusionReason>, in space: References.Space) {
        for (reason, records) in records.lists { exclude(records, reason, in: space) }
    }

    mutating func exclude(_ records: DatedColumns, _ reason: ExclusionReason, in space: References.Space) {
        if !records.isEmpty { exclusions[reason, default: DatedReferences()].append(records, in: space) }
    }

    mutating func mark(_ records: KeyedColumns<EvidenceMark>, in space: References.Space) {
        for (mark, records) in records.lists {
            marks[mark, default: DatedReferences()].append(records, in: space)
        }
    }

    /// Gives each part what belongs to it.
    func split<Part: MetricPartial>(
        _ assign: ContributionAssignment, among parts: inout [Part], _ ledger: WritableKeyPath<Part, Self>
    ) {
        for (reason, records) in exclusions {
            for (part, records) in records.split(into: 0, assign).enumerated() where !records.isEmpty {
                parts[growing: part][keyPath: ledger].exclusions[reason] = records
            }
        }
        for (mark, records) in marks {
            for (part, records) in records.split(into: 0, assign).enumerated() where !records.isEmpty {
                parts[growing: part][keyPath: ledger].marks[mark] = records
            }
        }
    }

    private enum CodingKeys: String, CodingKey { case exclusions, marks }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let exclusions = try container.decode([String: DatedReferences].self, forKey: .exclusions)
        let marks = try container.decode([String: DatedReferences].self, forKey: .marks)
        for (key, value) in exclusions { self.exclusions[ExclusionReason(rawValue: key)] = value }
        for (key, value) in marks { self.marks[EvidenceMark(rawValue: key)] = value }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let exclusions = exclusions.map { ($0.key.rawValue, $0.value) }
        let marks = marks.map { ($0.key.rawValue, $0.value) }
        try container.encode(Dictionary(uniqueKeysWithValues: exclusions), forKey: .exclusions)
        try container.encode(Dictionary(uniqueKeysWithValues: marks), forKey: .marks)
    }
}
