extension ProjectRecords {
    /// One table with its kind forgotten, so that an operation on all of them is written once.
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
        let makeUnique: @Sendable (inout ProjectRecords) -> Void
        let forEach:
            @Sendable (
                ProjectRecords, _ body: (RecordReference, _ parent: RecordReference?, ProjectKey) -> Void
            )
                -> Void
        let decode:
            @Sendable (KeyedDecodingContainer<CodingKeys>, _ into: inout ProjectRecords) throws -> Void
        let encode:
            @Sendable (ProjectRecords, _ into: inout KeyedEncodingContainer<CodingKeys>) throws -> Void

        init<Record>(_ path: any WritableKeyPath<ProjectRecords, RecordTable<Record>> & Sendable) {
            kind = Record.kind
            count = { $0[keyPath: path].count }
            merge = { incoming, records, change in
                guard !incoming[keyPath: path].isEmpty else { return }
                let (before, after) = records[keyPath: path].merge(
                    incoming[keyPath: path], less: records.tombstones)
                for record in before { change.before[keyPath: path].replace(record) }
                change.after[keyPath: path] = after
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
            decode = { container, records in
                let key = CodingKeys(Record.kind)
                guard container.contains(key) else { return }
                records[keyPath: path] = try container.decode(RecordTable<Record>.self, forKey: key)
            }
            encode = { records, container in
                try container.encode(records[keyPath: path], forKey: CodingKeys(Record.kind))
            }
            makeUnique = { $0[keyPath: path].makeUnique() }
            forEach = { records, body in
                for record in records[keyPath: path] { body(record.reference, record.parent, record.project) }
            }
        }
    }
}
