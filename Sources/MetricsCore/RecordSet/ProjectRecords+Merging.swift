extension ProjectRecords {
    /// Merges one record into these, unless a tombstone stands in its way.
    mutating func insert<Record: MetricsRecord>(_ record: Record) {
        if let tombstone = record as? Tombstone {
            var incoming = ProjectRecords()
            incoming.tombstones.merge(tombstone)
            _ = merge(incoming)
        } else if !isBuried(record.reference, parent: record.parent) {
            self[keyPath: Record.table].merge(record)
        }
    }

    /// Merges the other records into these; O(number of incoming records).
    ///
    /// Tombstones go first: what they name is taken out here and kept out of what comes in, so the result does
    /// not depend on whether the removal or the fact arrived first.
    mutating func merge(_ incoming: ProjectRecords) -> Change {
        var change = Change()
        var newlyBuried: Set<RecordReference> = []
        for tombstone in incoming.tombstones {
            switch tombstones.merge(tombstone) {
            case .none: break
            case .inserted(let new):
                newlyBuried.insert(new.id)
                change.after.tombstones.replace(new)
            case .updated(let old, let new):
                change.before.tombstones.replace(old)
                change.after.tombstones.replace(new)
            }
        }
        if !newlyBuried.isEmpty {
            for table in Self.tables where table.kind != .tombstone {
                let buried = table.extract(&self) { reference, parent in
                    newlyBuried.contains(reference) || parent.map(newlyBuried.contains) ?? false
                }
                table.replace(buried, &change.before)
            }
        }
        for table in Self.tables where table.kind != .tombstone {
            table.merge(incoming, &self, &change)
        }
        return change
    }
}
