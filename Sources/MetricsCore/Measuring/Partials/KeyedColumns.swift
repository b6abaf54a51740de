/// Dated ids by reason or mark, for gathering in a pass: rows in one list, sorted out by key when asked for. There are
/// few keys, and the same one mostly comes again, so the last one met is looked at first and nothing is hashed.
struct KeyedColumns<Key: Hashable> {
    private struct Row {
        var id: Int64
        var instant: Int64
        var key: Int
    }

    private var rows: [Row] = []
    /// What names the rows that have no number; as many as there are rows, or none.
    private var names: [String] = []
    private var keys: [Key] = []
    private var last = 0

    mutating func append(_ id: Int64, _ key: Key, at instant: Instant) {
        find(key)
        rows.append(Row(id: id, instant: instant.secondsSince1970, key: last))
    }

    mutating func append(named name: String, _ key: Key, at instant: Instant) {
        append(0, key, at: instant)
        names.append(name)
    }

    private mutating func find(_ key: Key) {
        if last < keys.count, keys[last] == key { return }
        if let position = keys.firstIndex(of: key) {
            last = position
        } else {
            last = keys.count
            keys.append(key)
        }
    }

    /// In the order in which keys were met. O(rows × keys).
    var lists: [(key: Key, records: DatedColumns)] {
        keys.indices.map { (keys[$0], names.isEmpty ? numbered($0) : named($0)) }
    }

    private func numbered(_ key: Int) -> DatedColumns {
        DatedColumns(capacity: rows.count { $0.key == key }) { ids, instants in
            for row in rows where row.key == key {
                ids.append(row.id)
                instants.append(row.instant)
            }
        }
    }

    private func named(_ key: Int) -> DatedColumns {
        var records = DatedColumns()
        for (row, name) in zip(rows, names) where row.key == key {
            records.append(named: name, at: Instant(secondsSince1970: row.instant))
        }
        return records
    }
}
