/// Records, and for each the instant at which it counts: 16 bytes a record that has a number.
public struct DatedReferences: Sendable {
    private(set) var columns: [References.Space: DatedColumns] = [:]

    public init() {}

    public var count: Int { columns.values.reduce(0) { $0 + $1.count } }
    public var isEmpty: Bool { columns.isEmpty }

    mutating func append(_ new: DatedColumns, in space: References.Space) {
        guard !new.isEmpty else { return }
        if columns[space]?.append(new) == nil { columns[space] = new }
    }

    public mutating func merge(_ other: Self) {
        guard !isEmpty else {
            self = other
            return
        }
        for (space, new) in other.columns { append(new, in: space) }
    }

    /// The records without their instants; O(1) a kind, the columns are shared.
    public var references: References {
        var references = References()
        for (space, columns) in columns { references.append(columns, in: space) }
        return references
    }

    /// In no particular order.
    public var contributions: some Sequence<Contribution> {
        columns.lazy.flatMap { space, columns in
            (0..<columns.count).lazy.map { columns.contribution($0, in: space) }
        }
    }

    func split(into count: Int, _ assign: ContributionAssignment) -> [Self] {
        var parts = Array(repeating: Self(), count: count)
        for (space, columns) in columns {
            var own: [DatedColumns] = []
            for row in 0..<columns.count {
                assign(columns.contribution(row, in: space)) { part in
                    while own.count <= part { own.append(DatedColumns()) }
                    own[part].append(row: row, of: columns)
                }
            }
            while parts.count < own.count { parts.append(Self()) }
            for (part, columns) in own.enumerated() { parts[part].append(columns, in: space) }
        }
        return parts
    }

    private var canonical: [References.Space: DatedColumns] {
        columns.mapValues { $0.reordered(Array(0..<$0.count).sorted(by: $0.precedes)) }
    }
}

extension DatedReferences: Hashable {
    public static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.count == rhs.count && lhs.canonical == rhs.canonical
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }
}

extension DatedReferences: Codable {
    private struct Entry: Codable {
        var space: References.Space
        var records: DatedColumns
    }

    public init(from decoder: any Decoder) throws {
        for entry in try decoder.singleValueContainer().decode([Entry].self) {
            append(entry.records, in: entry.space)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(
            canonical.sorted { $0.key < $1.key }.map { Entry(space: $0.key, records: $0.value) })
    }
}
