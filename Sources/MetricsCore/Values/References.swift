/// The records a value rests on, kept as bare ids: 8 bytes each, whatever their number.
///
/// A sequence of `RecordReference` in ascending order of kind, instance and id, made up on demand. An id stands
/// as often as it was added.
public struct References: Sendable {
    /// Where an id means one record.
    struct Space: Hashable, Comparable, Codable {
        var kind: RecordKind
        var instance: InstanceID

        static func < (lhs: Self, rhs: Self) -> Bool { (lhs.kind, lhs.instance) < (rhs.kind, rhs.instance) }
    }

    private(set) var ids: [Space: [Int64]] = [:]

    public init() {}

    public init(_ kind: RecordKind, of instance: InstanceID, ids: [Int64]) {
        append(ids, in: Space(kind: kind, instance: instance))
    }

    public var count: Int { ids.values.reduce(0) { $0 + $1.count } }
    public var isEmpty: Bool { ids.isEmpty }

    mutating func append(_ new: [Int64], in space: Space) {
        if !new.isEmpty { ids[space, default: []].append(contentsOf: new) }
    }

    public mutating func merge(_ other: Self) {
        for (space, new) in other.ids { append(new, in: space) }
    }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.merge(other)
        return merged
    }

    /// The ids in a form that does not depend on the order in which they were added.
    private var canonical: [Entry] {
        ids.sorted { $0.key < $1.key }.map { Entry(space: $0.key, ids: $0.value.sorted()) }
    }

    private struct Entry: Codable, Hashable {
        var space: Space
        var ids: [Int64]
    }
}

extension References: Sequence {
    public var underestimatedCount: Int { count }

    /// O(n log n): the ids are sorted first.
    public func makeIterator() -> AnyIterator<RecordReference> {
        AnyIterator(
            canonical.lazy.flatMap { entry in
                entry.ids.lazy.map {
                    RecordReference(kind: entry.space.kind, instance: entry.space.instance, id: String($0))
                }
            }.makeIterator())
    }
}

extension References: Hashable {
    public static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.count == rhs.count && lhs.canonical == rhs.canonical
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }
}

extension References: Codable {
    public init(from decoder: any Decoder) throws {
        for entry in try decoder.singleValueContainer().decode([Entry].self) {
            append(entry.ids, in: entry.space)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(canonical)
    }
}
