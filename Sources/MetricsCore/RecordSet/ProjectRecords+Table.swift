extension ProjectRecords {
    /// One table of the thirteen with its kind forgotten, so that an operation on all of them is written once.
    struct Table: Sendable {
        let kind: RecordKind
        let count: @Sendable (ProjectRecords) -> Int
        /// Merges that table of `incoming`, less what tombstones forbid, and notes what changed.
        let merge: @Sendable (_ incoming: ProjectRecords, _ into: inout ProjectRecords, inout Change) -> Void
        /// Moves the rows for which the predicate holds out of that table.
        let extract:
            @Sendable (inout ProjectRecords, _ where: (RecordReference, _ parent: RecordReference?) -> Bool)
                ->
                ProjectRecords
        /// Puts that table's rows there as they are, or takes them out.
        let replace: @Sendable (_ rows: ProjectRecords, _ into: inout ProjectRecords) -> Void
        let remove: @Sendable (_ rows: ProjectRecords, _ from: inout ProjectRecords) -> Void
        /// Copies that table with stamps taken off.
        let unstamp: @Sendable (_ from: ProjectRecords, _ into: inout ProjectRecords) -> Void
        let equal: @Sendable (ProjectRecords, ProjectRecords) -> Bool
        /// Hands that table on, shared, not copied.
        let share: @Sendable (_ from: ProjectRecords, _ into: inout ProjectRecords) -> Void
        /// Copies the rows for which the predicate holds.
        let filter:
            @Sendable (
                _ from: ProjectRecords, _ into: inout ProjectRecords,
                _ isIncluded: (RecordReference, _ parent: RecordReference?) -> Bool
            ) -> Void
        let forEach:
            @Sendable (
                ProjectRecords, _ body: (RecordReference, _ parent: RecordReference?, ProjectKey) -> Void
            )
                -> Void

        init<Record>(_ path: any WritableKeyPath<ProjectRecords, RecordTable<Record>> & Sendable) {
            kind = Record.kind
            count = { $0[keyPath: path].count }
            merge = { incoming, records, change in
                for record in incoming[keyPath: path] {
                    guard !records.isBuried(record.reference, parent: record.parent) else { continue }
                    switch records[keyPath: path].merge(record) {
                    case .none: break
                    case .inserted(let new):
                        change.after[keyPath: path].replace(new)
                    case .updated(let old, let new):
                        change.before[keyPath: path].replace(old)
                        change.after[keyPath: path].replace(new)
                    }
                }
            }
            extract = { records, predicate in
                var extracted = ProjectRecords()
                for record in records[keyPath: path] where predicate(record.reference, record.parent) {
                    extracted[keyPath: path].replace(record)
                }
                for record in extracted[keyPath: path] { records[keyPath: path].remove(record.id) }
                return extracted
            }
            replace = { rows, records in
                for record in rows[keyPath: path] { records[keyPath: path].replace(record) }
            }
            remove = { rows, records in
                for record in rows[keyPath: path] { records[keyPath: path].remove(record.id) }
            }
            unstamp = { source, target in
                target[keyPath: path] = RecordTable(source[keyPath: path].lazy.map(\.unstamped))
            }
            equal = { $0[keyPath: path] == $1[keyPath: path] }
            share = { source, target in target[keyPath: path] = source[keyPath: path] }
            filter = { source, target, isIncluded in
                target[keyPath: path] = source[keyPath: path].filter { isIncluded($0.reference, $0.parent) }
            }
            forEach = { records, body in
                for record in records[keyPath: path] { body(record.reference, record.parent, record.project) }
            }
        }
    }

    /// What a merge did: the records it touched as they stood before, and as they stand now.
    struct Change: Sendable {
        var before = ProjectRecords()
        var after = ProjectRecords()
    }

    func isBuried(_ reference: RecordReference, parent: RecordReference?) -> Bool {
        guard !tombstones.isEmpty, reference.kind != .tombstone else { return false }
        return tombstones.contains(reference) || parent.map(tombstones.contains) ?? false
    }
}
