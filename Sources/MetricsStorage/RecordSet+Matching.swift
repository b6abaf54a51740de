public import MetricsCore

extension RecordSet {
    /// The records the query asks for: the law that every store's answer equals.
    ///
    /// A record is in the answer if all conditions hold for it; each is decided by what the whole set knows, so
    /// their order does not matter. A condition that is `nil` holds for all, one that is an empty set for none.
    ///
    /// - `projects`: the record belongs to one of them.
    /// - `kinds`: the record's kind is one of them.
    /// - `activity`: the record is in `ProjectRecords.active(in:)` of all that is known of its project. An empty
    ///   range is a valid one: what is under way at that instant.
    ///   With `mayExceedActivity` an answer may hold other records of the chosen projects besides.
    /// - `references`: one of them names the record or its `parent`. Children of children are not included; a
    ///   reference to a project names the project's own record and listings, not all records of the project.
    ///
    /// Tombstones are records like others and are in the answer by the same conditions.
    ///
    /// Complexity: O(projects) for conditions on projects and kinds, whose tables are shared, not copied; O(n) for
    /// the others.
    public func matching(_ query: RecordQuery) -> RecordSet {
        var matching: [ProjectKey: ProjectRecords] = [:]
        for key in query.projects ?? Set(projects.keys) {
            guard let records = projects[key] else { continue }
            matching[key] = records.matching(query)
        }
        return RecordSet(projects: matching)
    }
}

extension ProjectRecords {
    /// What the query asks for of this project, its condition on projects left aside.
    func matching(_ query: RecordQuery) -> ProjectRecords {
        (query.activity.map(active) ?? self).narrowed(by: query)
    }

    /// What the query asks for of these records, its conditions on projects and activity left aside.
    func narrowed(by query: RecordQuery) -> ProjectRecords {
        let ofKinds = query.kinds.map(only) ?? self
        return query.references.map(ofKinds.only) ?? ofKinds
    }
}
