extension ProjectRecords {
    /// What a merge did: the records it touched as they stood before, and as they stand now.
    struct Change: Sendable {
        var before = ProjectRecords()
        var after = ProjectRecords()
    }

    /// Merges one record into these, unless a tombstone stands in its way.
    mutating func insert<Record: MetricsRecord>(_ record: Record) {
        if let tombstone = record as? Tombstone {
            var incoming = ProjectRecords()
            incoming.tombstones.merge(tombstone)
            _ = merge(incoming)
        } else if tombstones.isEmpty || !tombstones.bury(record) {
            self[keyPath: Record.table].merge(record)
        }
    }

    /// Merges the other records into these; O(number of incoming records).
    ///
    /// Tombstones go first: what they name is taken out here and kept out of what comes in, so the result does
    /// not depend on whether the removal or the fact arrived first. A new tombstone costs O(n).
    mutating func merge(_ incoming: ProjectRecords) -> Change {
        var change = Change()
        bury(incoming.tombstones, &change)
        let rereads = Rereads(of: incoming, over: self)
        for table in Self.tables where table.kind != .tombstone { table.merge(incoming, &self, &change) }
        rereads?.note(in: self, &change)
        return change
    }

    private mutating func bury(_ incoming: RecordTable<Tombstone>, _ change: inout Change) {
        var newlyBuried: Set<RecordReference> = []
        for tombstone in incoming where tombstones.merge(tombstone) == .inserted {
            newlyBuried.insert(tombstone.id)
            change.after.tombstones.replace(tombstone)
        }
        guard !newlyBuried.isEmpty else { return }
        for table in Self.tables where table.kind != .tombstone {
            let buried = table.extract(&self) { reference, parent in
                newlyBuried.contains(reference) || parent.map(newlyBuried.contains) ?? false
            }
            table.replace(buried, &change.before)
        }
    }
}

extension RecordTable {
    /// Merges the rows, less those the tombstones name.
    ///
    /// - Returns: the rows that were changed as they stood before, and all that are new or changed.
    mutating func merge(
        _ incoming: Self, less tombstones: RecordTable<Tombstone>
    ) -> (before: [Record], after: Self) {
        guard !isEmpty || !tombstones.isEmpty else {
            self = incoming
            return ([], incoming)
        }
        var before: [Record] = []
        // Nil while every row was new: then the answer is the incoming table itself, without a copy.
        var after: [Record]?
        for (index, record) in incoming.rows.enumerated() {
            let change = !tombstones.isEmpty && tombstones.bury(record) ? .none : merge(record)
            switch change {
            case .inserted:
                after?.append(record)
            case .none:
                after = after ?? Array(incoming.rows[..<index])
            case .updated(let old, let new):
                after = after ?? Array(incoming.rows[..<index])
                before.append(old)
                after?.append(new)
            }
        }
        return (before, after.map { Self($0) } ?? incoming)
    }
}

extension RecordTable<Tombstone> {
    /// Whether the record, or what it hangs on, was removed for good.
    func bury(_ record: some MetricsRecord) -> Bool {
        contains(record.reference) || record.parent.map(contains) ?? false
    }
}
