/// The part of a partial that is not numbers: what was left out and what is marked. Merges as the partial does.
public struct EvidenceLedger: Codable, Hashable, Sendable {
    public private(set) var exclusions: [ExclusionReason: References] = [:]
    public private(set) var marks: [EvidenceMark: References] = [:]

    public init() {}

    public mutating func merge(_ other: Self) {
        for (reason, ids) in other.exclusions { exclusions[reason, default: References()].merge(ids) }
        for (mark, ids) in other.marks { marks[mark, default: References()].merge(ids) }
    }

    mutating func exclude(_ ids: KeyedIDs<ExclusionReason>, in space: References.Space) {
        for (reason, ids) in ids.lists { exclude(ids, reason, in: space) }
    }

    mutating func exclude(_ ids: [Int64], _ reason: ExclusionReason, in space: References.Space) {
        if !ids.isEmpty { exclusions[reason, default: References()].append(ids, in: space) }
    }

    mutating func mark(_ ids: KeyedIDs<EvidenceMark>, in space: References.Space) {
        for (mark, ids) in ids.lists { marks[mark, default: References()].append(ids, in: space) }
    }

    private enum CodingKeys: String, CodingKey { case exclusions, marks }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let exclusions = try container.decode([String: References].self, forKey: .exclusions)
        let marks = try container.decode([String: References].self, forKey: .marks)
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
