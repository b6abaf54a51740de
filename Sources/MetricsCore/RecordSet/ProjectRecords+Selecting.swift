extension ProjectRecords {
    /// The tables of these kinds, the others empty. The tables are shared with these records, not copied.
    public func only(_ kinds: Set<RecordKind>) -> ProjectRecords {
        var selected = ProjectRecords()
        for table in Self.tables where kinds.contains(table.kind) { table.share(self, &selected) }
        return selected
    }

    /// The records these references name, and what hangs on them: see `MetricsRecord.parent`. O(n).
    public func only(_ references: Set<RecordReference>) -> ProjectRecords {
        guard !references.isEmpty else { return ProjectRecords() }
        return filter { reference, parent in
            references.contains(reference) || parent.map(references.contains) ?? false
        }
    }

    /// The records of all kinds for which the predicate holds. O(n).
    public func filter(
        _ isIncluded: (_ reference: RecordReference, _ parent: RecordReference?) -> Bool
    ) -> ProjectRecords {
        var filtered = ProjectRecords()
        for table in Self.tables { table.filter(self, &filtered, isIncluded) }
        return filtered
    }
}
