/// Ids of one kind of record, and for each the instant at which it counts, as parallel columns.
struct DatedColumns: Sendable {
    private(set) var ids: [Int64] = []
    /// Seconds since 1970.
    private(set) var instants: [Int64] = []
    /// What names records that have no number; empty where they have.
    private(set) var names: [String] = []

    init() {}

    /// As many rows as `fill` appends, the same number of ids and of seconds since 1970.
    init(capacity: Int, _ fill: (inout OutputSpan<Int64>, inout OutputSpan<Int64>) -> Void) {
        var instants: [Int64] = []
        ids =
            [Int64](capacity: capacity) { ids in
                instants = [Int64](capacity: capacity) { instants in fill(&ids, &instants) }
            }.fitted
        self.instants = instants.fitted
    }

    var count: Int { ids.count }
    var isEmpty: Bool { ids.isEmpty }

    mutating func append(_ id: Int64, at instant: Instant) {
        ids.append(id)
        instants.append(instant.secondsSince1970)
    }

    mutating func append(named name: String, at instant: Instant) {
        ids.append(0)
        instants.append(instant.secondsSince1970)
        names.append(name)
    }

    mutating func append(_ other: Self) {
        guard !isEmpty else {
            self = other
            return
        }
        ids.append(contentsOf: other.ids)
        instants.append(contentsOf: other.instants)
        names.append(contentsOf: other.names)
    }

    /// Adds the row of other columns.
    mutating func append(row: Int, of other: Self) {
        ids.append(other.ids[row])
        instants.append(other.instants[row])
        if !other.names.isEmpty { names.append(other.names[row]) }
    }

    func contribution(_ row: Int, in space: References.Space) -> Contribution {
        Contribution(
            kind: space.kind, instance: space.instance, id: ids[row], name: names.isEmpty ? nil : names[row],
            at: Instant(secondsSince1970: instants[row]))
    }

    /// Whether one row stands before another in the order that does not depend on how they were added.
    func precedes(_ lhs: Int, _ rhs: Int) -> Bool {
        if ids[lhs] != ids[rhs] { return ids[lhs] < ids[rhs] }
        if !names.isEmpty, names[lhs] != names[rhs] { return names[lhs] < names[rhs] }
        return instants[lhs] < instants[rhs]
    }

    func isSame(_ lhs: Int, _ rhs: Int) -> Bool {
        ids[lhs] == ids[rhs] && instants[lhs] == instants[rhs] && (names.isEmpty || names[lhs] == names[rhs])
    }

    /// The rows in that order.
    func reordered(_ order: [Int]) -> Self {
        var result = Self()
        result.ids = order.map { ids[$0] }
        result.instants = order.map { instants[$0] }
        if !names.isEmpty { result.names = order.map { names[$0] } }
        return result
    }
}

extension DatedColumns: Hashable {}

extension DatedColumns: Codable {
    private enum CodingKeys: String, CodingKey {
        case ids, names
        case instants = "at"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        ids = try container.decode([Int64].self, forKey: .ids)
        instants = try container.decode([Int64].self, forKey: .instants)
        names = try container.decodeIfPresent([String].self, forKey: .names) ?? []
        guard instants.count == ids.count, names.isEmpty || names.count == ids.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .instants, in: container, debugDescription: "columns of different lengths")
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(ids, forKey: .ids)
        try container.encode(instants, forKey: .instants)
        if !names.isEmpty { try container.encode(names, forKey: .names) }
    }
}
