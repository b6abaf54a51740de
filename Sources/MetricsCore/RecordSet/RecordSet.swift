/// A bag of records: what is written, stored, queried and measured; the one noun that crosses every inner wall.
///
/// Merging obeys three laws: it is commutative, associative and idempotent. Facts from polling and from webhooks,
/// duplicate, late, reordered or overlapping, therefore end in the same set.
public struct RecordSet: Sendable {
    public private(set) var projects: [ProjectKey: ProjectRecords] = [:]

    public init() {}

    public init(projects: [ProjectKey: ProjectRecords]) {
        self.projects = projects.filter { !$0.value.isEmpty }
    }

    public init<Record: MetricsRecord>(_ records: some Sequence<Record>) {
        for record in records { insert(record) }
    }

    public var isEmpty: Bool { projects.isEmpty }

    /// Number of records of all kinds; O(projects).
    public var count: Int { projects.values.reduce(0) { $0 + $1.count } }

    public subscript(project: ProjectKey) -> ProjectRecords { projects[project] ?? ProjectRecords() }

    /// Adds one record, merging it with what is known of the same thing.
    public mutating func insert<Record: MetricsRecord>(_ record: Record) {
        projects[record.project, default: ProjectRecords()].insert(record)
    }

    /// Puts a project's records there as they are.
    mutating func replace(_ project: ProjectKey, with records: ProjectRecords) {
        projects[project] = records
    }

    /// Merges the other set into this one; O(records of the other).
    ///
    /// - Returns: what really changed; empty when everything was known.
    @discardableResult
    public mutating func merge(_ other: RecordSet) -> RecordChanges {
        var changes = RecordChanges()
        for (key, incoming) in other.projects {
            let change = projects[key, default: ProjectRecords()].merge(incoming)
            changes.add(change, of: key)
        }
        return changes
    }

    public func merging(_ other: RecordSet) -> RecordSet {
        var merged = self
        merged.merge(other)
        return merged
    }

    /// Undoes a merge, but for how facts were learned, when nothing was merged since into the records it touched.
    public mutating func revert(_ changes: RecordChanges) {
        for (key, after) in changes.after.projects {
            for table in ProjectRecords.tables {
                table.remove(after, &projects[key, default: ProjectRecords()])
            }
        }
        for (key, before) in changes.before.projects {
            for table in ProjectRecords.tables {
                table.replace(before, &projects[key, default: ProjectRecords()])
            }
        }
        for key in changes.projects where projects[key]?.isEmpty == true { projects[key] = nil }
    }
}

extension RecordSet: Equatable {
    /// Whether both state the same facts: stamps, superseded events and what GitLab no longer shows do not
    /// count. O(n).
    public static func == (lhs: Self, rhs: Self) -> Bool {
        Set(lhs.projects.keys).union(rhs.projects.keys).allSatisfy { lhs[$0] == rhs[$0] }
    }
}
