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

    /// Records that GitLab gives a number.
    private var ids: [Space: [Int64]] = [:]
    /// Records known by a name, as `RecordReference.id` spells it: commits, branches, tags.
    private var names: [Space: [String]] = [:]

    public init() {}

    public init(_ kind: RecordKind, of instance: InstanceID, ids: [Int64]) {
        if !ids.isEmpty { self.ids[Space(kind: kind, instance: instance)] = ids }
    }

    public var count: Int {
        ids.values.reduce(0) { $0 + $1.count } + names.values.reduce(0) { $0 + $1.count }
    }
    public var isEmpty: Bool { ids.isEmpty && names.isEmpty }

    /// How often the record stands among them. O(n).
    public func count(of reference: RecordReference) -> Int {
        let space = Space(kind: reference.kind, instance: reference.instance)
        let numbered = Int64(reference.id).flatMap { id in ids[space]?.count { $0 == id } } ?? 0
        return numbered + (names[space]?.count { $0 == reference.id } ?? 0)
    }

    mutating func append(_ new: DatedColumns, in space: Space) {
        if !new.names.isEmpty {
            names[space, default: []].append(contentsOf: new.names)
        } else if ids[space] == nil, !new.isEmpty {
            // Shares the column instead of copying it.
            ids[space] = new.ids
        } else if !new.isEmpty {
            ids[space, default: []].append(contentsOf: new.ids)
        }
    }

    public mutating func merge(_ other: Self) {
        for (space, new) in other.ids { ids[space, default: []].append(contentsOf: new) }
        for (space, new) in other.names { names[space, default: []].append(contentsOf: new) }
    }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.merge(other)
        return merged
    }

    /// The ids in a form that does not depend on the order in which they were added.
    private var canonical: [Entry] {
        (ids.map { Entry(space: $0.key, ids: $0.value.sorted()) }
            + names.map { Entry(space: $0.key, names: $0.value.sorted()) }).sorted { $0.space < $1.space }
    }

    private struct Entry: Codable, Hashable {
        var space: Space
        var ids: [Int64]?
        var names: [String]?
    }
}

extension References: Sequence {
    public var underestimatedCount: Int { count }

    /// O(n log n): the ids are sorted first.
    public func makeIterator() -> AnyIterator<RecordReference> {
        AnyIterator(
            canonical.lazy.flatMap { entry in
                (entry.names ?? entry.ids?.map { String($0) } ?? []).lazy.map {
                    RecordReference(kind: entry.space.kind, instance: entry.space.instance, id: $0)
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
            if let ids = entry.ids { self.ids[entry.space, default: []] += ids }
            if let names = entry.names { self.names[entry.space, default: []] += names }
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(canonical)
    }
}
