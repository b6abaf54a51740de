extension RecordSet {
    /// The tombstones whose merging removes every record of this set for good, and what hangs on them.
    ///
    /// One for each record, but none for a record whose parent is removed too, and none for a tombstone. O(n).
    public func tombstones(at now: Instant) -> RecordSet {
        RecordSet(projects: projects.mapValues { $0.tombstones(at: now) })
    }
}

extension ProjectRecords {
    func tombstones(at now: Instant) -> ProjectRecords {
        var references: [(reference: RecordReference, parent: RecordReference?, project: ProjectKey)] = []
        for table in Self.tables where table.kind != .tombstone {
            table.forEach(self) { references.append(($0, $1, $2)) }
        }
        let removed = Set(references.map(\.reference))
        var buried = ProjectRecords()
        for (reference, parent, project) in references where parent.map(removed.contains) != true {
            buried.tombstones.merge(Tombstone(id: reference, project: project, removedAt: now))
        }
        return buried
    }
}
