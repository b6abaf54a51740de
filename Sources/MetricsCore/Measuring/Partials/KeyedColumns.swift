/// Dated ids by reason or mark, for gathering in a pass: there are few keys, and the same one mostly comes again, so
/// the last one met is looked at first and nothing is hashed.
struct KeyedColumns<Key: Hashable> {
    private(set) var lists: [(key: Key, records: DatedColumns)] = []
    private var last = 0

    mutating func append(_ id: Int64, _ key: Key, at instant: Instant) {
        find(key)
        lists[last].records.append(id, at: instant)
    }

    mutating func append(named name: String, _ key: Key, at instant: Instant) {
        find(key)
        lists[last].records.append(named: name, at: instant)
    }

    private mutating func find(_ key: Key) {
        if last < lists.count, lists[last].key == key { return }
        if let position = lists.firstIndex(where: { $0.key == key }) {
            last = position
        } else {
            last = lists.count
            lists.append((key, DatedColumns()))
        }
    }
}
